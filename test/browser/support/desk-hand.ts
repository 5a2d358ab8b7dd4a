import { type Place, placeOf } from "~/desk/act-places";
import type { EventType, Kind } from "~/desk/records";
import { LANGUAGES, type Language } from "~/locales/languages";
import type { PlannedText } from "../../../prisma/seed/public-texts";
import type { Hand } from "./hand";
import type { Stage } from "./stage";

const PATIENCE_MS = 30_000;
const READ_MS = 5000;
const SETTLE_MS = 200;

/** A person at the desk. */
export class DeskHand {
  readonly hand: Hand;
  private readonly stage: Stage;
  private readonly kind: Kind;
  private readonly passphrase: string | null;
  constructor(stage: Stage, hand: Hand, kind: Kind = "tip", passphrase: string | null = null) {
    this.passphrase = passphrase;
    this.stage = stage;
    this.hand = hand;
    this.kind = kind;
  }

  /** Goes to the queue, which is read anew, and waits for that: the page then jumps to its top, under any finger. */
  async toQueue() {
    const isRead = this.hand.page
      .waitForResponse((response) => response.url().includes("_data=routes%2Fdesk._index"), { timeout: READ_MS })
      .catch(() => undefined);
    await this.hand.press(this.stage.say("desk", "header.queue"));
    await isRead;
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    await this.hand.see(this.stage.say("desk", "queue.heading"));
  }

  /** Opens the one case that the queue shows. */
  async openOnlyCase() {
    await this.toQueue();
    await this.hand.clickWhere(() => document.querySelector("[data-row-link]"), "", "the queue shows no case");
    await this.settle();
  }

  /** Opens the case in the queue that bears this reference. */
  async openCase(reference: string) {
    await this.toQueue();
    await this.hand.clickWhere(
      (wanted) =>
        [...document.querySelectorAll("tr")]
          .find((one) => one.innerText.includes(wanted))
          ?.querySelector("[data-row-link]") ?? null,
      reference,
      `the queue does not show ${reference}`,
    );
    await this.settle();
  }

  /** Waits until the case is opened; types the passphrase again where the key was dropped meanwhile. */
  private async settle() {
    const { say } = this.stage;
    await this.hand.see(say("desk", "acts.heading"));
    if (this.passphrase && (await this.hand.offers(say("desk", "unlock.submit")))) {
      await this.hand.write(say("desk", "passphrase.first"), this.passphrase);
      await this.hand.press(say("desk", "unlock.submit"));
    }
    await this.hand.gone("…");
  }

  /** Presses an act, fills its form, signs and sends it. */
  async act(event: string, fill: () => Promise<void> = async () => undefined) {
    const { say } = this.stage;
    await this.begin(event, say("codes", `events.${event}.label`));
    await fill();
    await this.finish(say("codes", `events.${event}.done`));
  }

  /** Proposes, with reasons, a step that somebody else then has to take. */
  async propose(event: string, reasons: string, standard: string, fill: () => Promise<void> = async () => undefined) {
    const { say } = this.stage;
    const title = say("desk", "act.propose", { step: say("codes", `events.${event}.label`) });
    await this.begin(event, title);
    await this.reason("rationale", reasons, standard);
    await fill();
    await this.finish(title);
  }

  /** Opens the form of an act, unfolding the group in which it stands where that is needed. */
  private async begin(event: string, title: string) {
    const { say } = this.stage;
    const group = this.groupOf(placeOf(this.kind, event as EventType));
    // The page settles after the act before: a button can move away under the hand, and is then pressed again.
    const until = Date.now() + PATIENCE_MS;
    do {
      if (Date.now() > until) throw new Error(`"${title}" is not open. ${await this.hand.text()}`);
      if (group && !(await this.hand.offers(title)) && (await this.hand.offers(group))) await this.hand.unfold(group);
      if (await this.hand.offers(title)) await this.hand.press(title);
    } while (!(await this.hand.shows(say("desk", "act.send"), 1500)));
  }

  /** What the group says under which an act is folded; null for the steps of the procedure, which always show. */
  private groupOf(place: Place): string | null {
    const { say } = this.stage;
    if (place === "main") return null;
    return place === "always" ? say("desk", "acts.further") : say("codes", `regions.${place}.label`);
  }

  private async finish(done: string) {
    const { say } = this.stage;
    const told = say("desk", "acts.done", { act: done });
    // The page settles under the hand here too: a press that hit nothing is made once more.
    await this.hand.press(say("desk", "act.send"));
    if (!(await this.hand.shows(told, 5000)) && (await this.hand.offers(say("desk", "act.send"))))
      await this.hand.press(say("desk", "act.send"));
    await this.hand.see(told);
  }

  /** Writes reasons of one sort and names the standard that they rest on. */
  async reason(sort: "rationale" | "findings" | "decision", reasons: string, standard: string) {
    await this.hand.write(this.stage.say("desk", `act.reasons.${sort}`), reasons);
    await this.tickAll([standard], "standards");
  }

  /** Writes a text that is to be published. */
  async writeText({ title, language, text }: PlannedText) {
    const { say } = this.stage;
    await this.hand.write(say("publish", "title"), title);
    await this.hand.select(say("publish", "language"), LANGUAGES[language as Language]);
    await this.hand.write(say("publish", "text"), text);
  }

  /** Waits until the text that is to be published is shown, and said to be the one that was proposed. */
  async seeText({ title, text }: PlannedText) {
    await this.hand.see(this.stage.say("publish", "matches"));
    for (const words of [title, ...text.split("\n\n")]) await this.hand.see(words);
  }

  /** Values for every factor, and the tier. */
  async fillTriage(tier: string) {
    const { say } = this.stage;
    const values: Record<string, number> = { F1: 2, F2: 1, F3: 0, F4: 1, F5: 1, F7: 0, F8: 2, F9: 0, F10: 0 };
    if (this.kind === "grievance") Object.assign(values, { F11: 0, F12: 0 });
    for (const [factor, value] of Object.entries(values)) {
      await this.hand.select(
        say("codes", `factors.${factor}.label`),
        say("codes", `factors.${factor}.values.${value}`),
      );
      const label = say("codes", `factors.${factor}.label`);
      if (value > 0) await this.hand.write(say("desk", "triage.lineWhy", { factor: label }), "The report says so.");
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
    const isNamed = ["grounds", "recommendations", "purposes"].includes(list);
    for (const id of ids) await this.hand.tick(this.stage.say("codes", `${list}.${id}${isNamed ? ".label" : ""}`));
  }

  /** Waits until the page shows what is told about a region beside the procedure. */
  async seeRegion(region: string, state: string) {
    await this.hand.see(this.stage.say("codes", `regionStates.${region}.${state}.label`));
  }

  /** Waits until the case stands in a state of the procedure, as its head says. */
  async seeState(state: string) {
    await this.hand.see(this.stage.say("codes", `states.${state}.next`));
  }

  /** Unfolds what is not open, and looks for the rule that stands in the way of a step. */
  async seeBlocked(event: string, rule: string) {
    const { say } = this.stage;
    await this.hand.page.evaluate(() => {
      for (const one of document.querySelectorAll<HTMLDetailsElement>("details.blocked")) one.open = true;
    });
    await this.hand.see(`${say("codes", `events.${event}.label`)} — ${say("codes", `rules.${rule}`)}`);
  }
}
