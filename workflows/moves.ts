import type { CaseContext } from "./context";
import { statesOfRegion } from "./regions";
import type { Kind } from "./roles";
import type { Row } from "./row";
import { inquiryState, openStatesOf, type StateId } from "./states";

/** One row at one state. `ifOrigin` says that the move is the one to take when the case remembers that very state as the one to go to. */
export type Move = { readonly row: Row; readonly from: string; readonly to: string; readonly ifOrigin: boolean };

/** The states in which a case is worked on; side states lead back to them. */
export function workStatesOf(kind: Kind): StateId[] {
  return ["preliminaryAssessment", inquiryState(kind)];
}

function fromStates(kind: Kind, row: Row): string[] {
  return row.from.flatMap((from): string[] => {
    if (from === "*") return statesOfRegion(kind, row.region).filter((state) => state !== "archived");
    if (from === "@open") return openStatesOf(kind);
    if (from === "@work") return workStatesOf(kind);
    return [from === "@inquiry" ? inquiryState(kind) : from];
  });
}

/** Where a side state can lead back to. A closure can also have been proposed while the office only watches. */
function originsOf(kind: Kind, side: string): StateId[] {
  return side === "closureReview" ? [...workStatesOf(kind), "followUp", "referredMonitoring"] : workStatesOf(kind);
}

/** Where an answer to one of several leads: the rest of them wait on, or nothing does. */
const RESTS: { readonly [state: string]: readonly string[] } = {
  inReview: ["clear", "inReview"],
  acted: ["normal", "flagged", "acted"],
};

/** Spells the rows out: one move for each state that a row starts from and each state that it can lead to. */
export function movesOf(kind: Kind, rows: readonly Row[]): readonly Move[] {
  return rows.flatMap((row) =>
    fromStates(kind, row).flatMap((from): Move[] => {
      if (row.to === "@rest") return (RESTS[from] ?? []).map((to) => ({ row, from, to, ifOrigin: true }));
      if (row.to === "@origin") return originsOf(kind, from).map((to) => ({ row, from, to, ifOrigin: true }));
      const to = row.to === "@same" ? from : row.to === "@inquiry" ? inquiryState(kind) : row.to;
      return [{ row, from, to, ifOrigin: false }];
    }),
  );
}

/** The state that a side state of this case leads back to, or that it is in once one of several that wait is answered. */
export function originOf(context: CaseContext, side: string): string | null {
  const { workOrigin, returnTo, allegations, disclosures, flaggedAgain } = context;
  if (side === "inReview") return allegations.length > 1 ? "inReview" : "clear";
  if (side === "acted") return disclosures.length > 1 ? "acted" : flaggedAgain ? "flagged" : "normal";
  return side === "closureReview" ? (returnTo ?? workOrigin) : workOrigin;
}
