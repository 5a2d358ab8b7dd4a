import { I, O, rowsIn, T, V } from "../row";

const row = rowsIn("procedure");

/** Closing without a decision: one person proposes with reasons, another approves those very reasons or returns them. */
export const CLOSURE_ROWS = [
  row(
    "C11",
    ["@work", "followUp", "referredMonitoring"],
    "closure.propose",
    [T, I],
    ["G-COI", "G-RAT"],
    "closureReview",
    {
      changes: ["propose", "renewNotice", "keepOrigin"],
    },
  ),
  row("C12", "closureReview", "review.approve", [V, O], ["G-COI", "G-4E", "G-PROT", "G-NOTICE"], "closed", {
    changes: ["close"],
    raises: ["outcome.communicate"],
  }),
  row("C13", "closureReview", "review.return", [V, O], ["G-COI", "G-RAT"], "@origin"),
];
