import type { Hand } from "./hand";
import type { Stage } from "./stage";

/** A person at the desk. */
export class DeskHand {
  readonly hand: Hand;
  private readonly stage: Stage;
  constructor(stage: Stage, hand: Hand) {
    this.stage = stage;
    this.hand = hand;
  }

  /** Goes to the queue, which is read anew. */
  async toQueue() {
    await this.hand.press(this.stage.say("desk", "header.queue"));
    await this.hand.see(this.stage.say("desk", "queue.column.due"));
  }

  /** Opens the one case that the queue shows. */
  async openOnlyCase() {
    await this.toQueue();
    const row = await this.hand.page.$("[data-row-link]");
    if (!row) throw new Error("The queue shows no case.");
    await row.click();
    await this.hand.see(this.stage.say("desk", "acts.heading"));
    await this.hand.gone("…");
  }

  /** Presses an act, fills its form, signs and sends it. */
  async act(event: string, fill: () => Promise<void> = async () => undefined) {
    const { say } = this.stage;
    // The page settles after the act before: a button can move away under the hand, and is then pressed again.
    do await this.hand.press(say("codes", `events.${event}.label`));
    while (!(await this.hand.shows(say("desk", "act.send"), 3000)));
    await fill();
    await this.hand.press(say("desk", "act.send"));
    await this.hand.see(say("desk", "acts.done", { act: say("codes", `events.${event}.done`) }));
  }

  /** Values for every factor, and the tier. */
  async fillTriage(tier: string) {
    const { say } = this.stage;
    const values: Record<string, number> = { F1: 2, F2: 1, F3: 0, F4: 1, F5: 1, F6: 1, F7: 0, F8: 2, F9: 0, F10: 0 };
    for (const [factor, value] of Object.entries(values)) {
      await this.hand.select(
        say("codes", `factors.${factor}.label`),
        say("codes", `factors.${factor}.values.${value}`),
      );
    }
    await this.hand.tick(`${tier} · ${say("codes", `tiers.${tier}.short`)}`);
    await this.hand.write(say("desk", "triage.why"), "The points say what the report says.");
  }

  /** Chooses who gains access. */
  async choosePerson(displayName: string) {
    await this.hand.select(this.stage.say("desk", "act.person"), displayName);
  }

  /** Ticks choices from a list of codes. */
  async tickAll(ids: string[], list: string) {
    for (const id of ids) await this.hand.tick(this.stage.say("codes", `${list}.${id}`));
  }
}
