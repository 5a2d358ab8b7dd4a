import { expect } from "vitest";
import type { Kind } from "~/desk/records";
import { publishes } from "~workflows";
import type { StoryAct } from "../../../prisma/seed/demo-stories";
import { INVENTED_TEXT } from "../../../prisma/seed/public-texts";
import type { SentReport } from "../../../prisma/seed/report";
import type { CaseFile } from "../../stories/support/world";
import type { DeskHand } from "./desk-hand";
import type { StoryStage } from "./story-stage";

/** Codes that are chosen on a form, by the list in which their words stand. */
const LISTS = { outcome: "outcomes", ground: "grounds", purpose: "purposes", withhold: "withhold", result: "results" };
const MANY = { minimum: "minimum", recommendations: "recommendations", standards: "standards" };
/** Steps whose note is asked for in words of its own. */
const NOTES: Record<string, string> = {
  "text.attestSafe": "cleared",
  "consent.record": "consent",
  "file.inspect": "inspected",
};

/** Plays the acts of a story at the desk itself: everybody in a window of their own, every form filled by its words. */
export function deskOf(on: StoryStage, report: SentReport, kind: Kind) {
  const windows = new Map<string, DeskHand>();
  return {
    async play(acts: readonly StoryAct[]) {
      for (const act of acts) {
        const desk = windows.get(act.by) ?? (await on.desk(act.by, kind));
        windows.set(act.by, desk);
        await desk.openOnlyCase();
        await seeWhatIsNext(on, desk);
        await actByHand(on, desk, await on.world.file(act.by, report), act);
      }
    },
  };
}

/** Every screen of a case says what is next, whose turn it is, and by when. */
async function seeWhatIsNext({ stage: { say } }: StoryStage, { hand }: DeskHand) {
  const said = await hand.page.$$eval(".case-next dd", (list) =>
    list.map((one) => (one as HTMLElement).innerText.trim()),
  );
  expect(said).toHaveLength(3);
  for (const one of said) expect(one).not.toBe("");
  await hand.see(say("desk", "case.by"));
}

async function actByHand(on: StoryStage, desk: DeskHand, file: CaseFile, act: StoryAct) {
  const { say } = on.stage;
  const { event, codes = {} } = act;
  const open = file.open.find((one) => one.event === event && (!one.for || one.for === codes.for));
  if (!open)
    throw new Error(
      `${act.by} may not take ${event}: ${JSON.stringify(file.blocked.find((one) => one.event === event))}`,
    );
  const asks = (code: string) => codes[code] !== undefined && open.needs.some((need) => need === code);
  const fill = async () => {
    if (act.grantTo) await desk.choosePerson(on.world.who(act.grantTo).displayName);
    if (act.triage) await desk.fillTriage(String(codes.tier));
    for (const [code, list] of Object.entries(LISTS)) if (asks(code)) await desk.tickAll([String(codes[code])], list);
    for (const [code, list] of Object.entries(MANY)) if (asks(code)) await desk.tickAll(codes[code] as string[], list);
    const attested = open.needs.flatMap((need) => (need.startsWith("attest:") ? [need.slice("attest:".length)] : []));
    await desk.tickAll(attested, "attest");
    const { rationale, findings, decision } = act;
    for (const [sort, words] of Object.entries({ rationale, findings, decision }))
      if (words) await desk.hand.write(say("desk", `act.reasons.${sort}`), words);
    for (const letter of ["message", "notice"] as const)
      if (act[letter]) await desk.hand.write(say("desk", `act.${letter}`), act[letter]);
    if (publishes(event)) await desk.seeText(INVENTED_TEXT);
    if (act.note) await desk.hand.write(noteLabel(on, event), act.note);
  };
  if (event === "act.propose") {
    const proposed = String(codes.for);
    const [standard = ""] = codes.standards as string[];
    const write = () => (publishes(proposed) ? desk.writeText(INVENTED_TEXT) : Promise.resolve());
    return desk.propose(proposed, act.rationale ?? "", standard, write);
  }
  await desk.act(event, fill);
}

function noteLabel({ stage: { say } }: StoryStage, event: string): string {
  if (event === "case.note") return say("desk", "act.note");
  return say("desk", `act.noteFor.${NOTES[event] ?? "answer"}`);
}
