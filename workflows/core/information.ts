import { I, R, rowsIn, S, T } from "../row";

const row = rowsIn("procedure");

/** Questions to the reporter. Silence never closes a case: it goes back to where it was. */
export const INFORMATION_ROWS = [
  row("C08", "@work", "info.request", [T, I], ["G-COI", "G-MESSAGE"], "awaitingInfo", {
    changes: ["keepOrigin"],
    raises: ["office.message"],
  }),
  row("C09", "awaitingInfo", "reporter.reply", [R], ["G-MESSAGE"], "@origin", {
    changes: ["replied"],
    raises: ["reporter.message"],
  }),
  row("C10", "awaitingInfo", "deadline.expired", [S], [], "@origin", { changes: ["noReply"] }),
];
