import { ANY_STATE_ROWS } from "./core/any-state";
import { ASSIGNMENT_ROWS } from "./core/assignment";
import { CLOSURE_ROWS } from "./core/closure";
import { DECISION_ROWS } from "./core/decision";
import { FINDINGS_ROWS } from "./core/findings";
import { INFORMATION_ROWS } from "./core/information";
import { INTAKE_ROWS } from "./core/intake";
import { REVIEW_ROWS } from "./core/review";
import { triageRows } from "./core/triage";
import type { Kind } from "./roles";
import type { Row } from "./row";
import { inquiryState, type StateId, statesOf } from "./states";

/** Every row that holds for cases of this kind. */
export function rowsOf(kind: Kind): readonly Row[] {
  return [
    ...INTAKE_ROWS,
    ...triageRows(kind),
    ...INFORMATION_ROWS,
    ...CLOSURE_ROWS,
    ...ASSIGNMENT_ROWS,
    ...FINDINGS_ROWS,
    ...DECISION_ROWS,
    ...REVIEW_ROWS,
    ...ANY_STATE_ROWS,
  ];
}

/** One row at one state. `ifOrigin` says that the move is the one to take when the case left its work in that very state. */
export type Move = { readonly row: Row; readonly from: StateId; readonly to: StateId; readonly ifOrigin: boolean };

function fromStates(kind: Kind, row: Row): StateId[] {
  return row.from.flatMap((from) => {
    if (from === "*") return statesOf(kind).filter((state) => state !== "archived");
    return [from === "@inquiry" ? inquiryState(kind) : from];
  });
}

/** States whose work a side state can interrupt. A report that could not be read goes back to its assessment. */
function originsOf(kind: Kind, rows: readonly Row[], side: StateId): StateId[] {
  const leaving = rows.filter((row) => row.changes.includes("keepOrigin") && row.to === side);
  const origins = leaving.flatMap((row) => fromStates(kind, row));
  return [...new Set(origins.map((state) => (state === "received" ? "preliminaryAssessment" : state)))];
}

/** Spells the rows out: one move for each state that a row starts from and each state that it can lead to. */
export function movesOf(kind: Kind, rows: readonly Row[]): readonly Move[] {
  return rows.flatMap((row) =>
    fromStates(kind, row).flatMap((from): Move[] => {
      if (row.to === "@origin") {
        return originsOf(kind, rows, from).map((to) => ({ row, from, to, ifOrigin: true }));
      }
      const to = row.to === "@same" ? from : row.to === "@inquiry" ? inquiryState(kind) : row.to;
      return [{ row, from, to, ifOrigin: false }];
    }),
  );
}
