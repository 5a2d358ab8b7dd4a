import { expect } from "vitest";
import type { Kind } from "~/desk/records";
import type { SentReport } from "../../../prisma/seed/report";
import { offsetTo } from "../../stories/support/clock";
import { openWorld, type World } from "../../stories/support/world";
import { type BrowserName, launch } from "./browsers";
import { DeskHand } from "./desk-hand";
import type { Hand } from "./hand";
import { findLeaks } from "./leaks";
import { openMailbox } from "./reporting";
import { Stage } from "./stage";
import { tapWire, type Wire } from "./wire";

type Options = { name: BrowserName; language: "en" | "ar"; env?: Record<string, string>; isPhone?: boolean };

/**
 * A story in front of real browsers: the office of the stories, whose clock can be set, and its people's windows.
 * What leads up to the interesting part happens by the machine interface, with the same keys.
 */
export class StoryStage {
  readonly world: World;
  readonly stage: Stage;
  readonly #wire: Wire;
  readonly #planted: string[] = [];
  readonly #leaks: string[] = [];

  private constructor(world: World, stage: Stage, wire: Wire) {
    this.world = world;
    this.stage = stage;
    this.#wire = wire;
  }

  static async open({ name, language, env, isPhone = false }: Options): Promise<StoryStage> {
    const world = await openWorld(env);
    const wire = await tapWire(world.server.base);
    const stage = new Stage(await launch(name, { language }), name, wire.base, language);
    if (isPhone) stage.holdPhone();
    await stage.setClock(offsetTo(world.day));
    return new StoryStage(world, stage, wire);
  }

  /** Words that must be found nowhere but in browsers. */
  plant(...words: string[]) {
    this.#planted.push(...words);
  }

  /** A colleague signs in, in a window of their own. */
  async desk(name: string, kind: Kind): Promise<DeskHand> {
    const { say } = this.stage;
    const { passphrase } = this.world.who(name);
    const hand = await this.stage.enter("/desk/sign-in");
    await hand.write(say("desk", "you.name"), name);
    await hand.write(say("desk", "passphrase.first"), passphrase);
    await hand.press(say("desk", "signIn.submit"));
    await hand.see(say("desk", "queue.heading"));
    return new DeskHand(this.stage, hand, kind, passphrase);
  }

  /** The reporter opens the mailbox, does something there, and leaves. */
  async mailbox(report: SentReport, visit: (hand: Hand) => Promise<void>): Promise<void> {
    const hand = await openMailbox(this.stage, report.words);
    await visit(hand);
    await this.stage.leave(hand);
  }

  /** A day later or many: the office's server and everybody's devices stand on the new day. */
  async travelTo(day: string): Promise<void> {
    this.#lookForLeaks();
    this.#wire.hold();
    await this.world.travelTo(day);
    this.#wire.pointTo(this.world.server.base);
    await this.stage.setClock(offsetTo(day));
  }

  /** Nothing that was written is found anywhere, and nothing went wrong on any page. */
  expectClean() {
    this.#lookForLeaks();
    expect(this.stage.allFaults()).toEqual([]);
    expect(this.#leaks).toEqual([]);
  }

  async close(): Promise<void> {
    await this.stage.browser.close();
    await this.#wire.close();
    await this.world.stop();
  }

  #lookForLeaks() {
    this.#leaks.push(...findLeaks(this.world.server, this.#wire.received(), this.#planted));
  }
}

/** Plays a story, and says with a failure what the pages and the server reported: that is often why a word never came. */
export async function tell(options: Options, story: (on: StoryStage) => Promise<void>): Promise<void> {
  const on = await StoryStage.open(options);
  try {
    await story(on);
    on.expectClean();
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`${message}\nFaults: ${on.stage.allFaults().join("; ")}\nServer: ${on.world.server.output()}`, {
      cause: error,
    });
  } finally {
    await on.close();
  }
}
