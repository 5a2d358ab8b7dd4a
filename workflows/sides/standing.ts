import { O, R, rowsIn, S } from "../row";

const row = rowsIn("standing");

/** Whether the reporter takes part. A withdrawal waits seven days and is asked about: it may have been made under pressure. */
export const STANDING_ROWS = [
  row("S21", ["participating", "silent"], "reporter.withdraw", [R], [], "withdrawalRequested", {
    changes: ["askWithdrawal"],
    raises: ["reporter.message"],
  }),
  row("S22", "withdrawalRequested", "reporter.rescind", [R], [], "participating", { changes: ["dropWithdrawal"] }),
  row("S23", "withdrawalRequested", "withdrawal.confirm", [O], [], "withdrawn"),
  row(
    "S24",
    "withdrawalRequested",
    "withdrawal.continueInPublicInterest",
    [O],
    ["G-COI", "G-4E", "G-RAT"],
    "unlinked",
    {
      changes: ["dropWithdrawal"],
      raises: ["rewrap.needed"],
    },
  ),
  row("S25", "participating", "silence.detected", [S], [], "silent"),
  row("S26", "silent", "reporter.login", [R], [], "participating"),
  row("S27", ["unlinked", "withdrawn"], "reporter.rejoin", [R], [], "participating"),
];
