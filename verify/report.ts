import type { Broken } from "./faults";
import type { PlacedAct } from "./read-acts";

export type Verdict = "sound" | "broken" | "cannotTell";

/**
 * How `main.ts` ends. Node itself ends with 1 when a program cannot even start, so that broken has a number of its own here;
 * `scripts/verify.mjs` turns it into the published 1.
 */
export const EXIT_CODES = { sound: 0, broken: 3, cannotTell: 2 } as const satisfies Record<Verdict, number>;

/** One check and how it went. */
export type Line = { readonly state: "ok" | "broken" | "unclear" | "skipped" | "trust"; readonly text: string };

/** What a check of an export found. `act` is the place of the act at fault, where one is. */
export type Report = {
  readonly verdict: Verdict;
  readonly act: number | null;
  readonly said: string;
  readonly lines: readonly Line[];
};

const LABELS = {
  ok: "ok",
  broken: "BROKEN",
  unclear: "cannot tell",
  skipped: "not judged",
  trust: "on trust",
} as const;

/** The report as it is printed: a line for each check, then the verdict. */
export function writeReport({ lines, said }: Report): string {
  return [...lines.map(({ state, text }) => `${LABELS[state].padEnd(12)} ${text}`), said]
    .map((line) => `${visible(line)}\n`)
    .join("");
}

/** What a file brings along cannot move the cursor, turn the reading direction or begin a line of its own. */
function visible(line: string): string {
  return line.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "\ufffd");
}

/** Says where something is wrong, with the event and day of an act: "act 7 (case.close, 2026-11-23): …". */
export function writeFault({ place, reason }: Broken, acts: readonly PlacedAct[]): string {
  if (!("act" in place)) return `${place.part}: ${reason}`;
  const act = acts[place.act]?.act;
  return `act ${place.act}${act ? ` (${act.event}, ${act.day})` : ""}: ${reason}`;
}
