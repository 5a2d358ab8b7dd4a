import { O, rowsIn, S } from "../row";

const row = rowsIn("retention");

/** How long a case is kept, what stops its deletion, and the deletion itself. */
export const RETENTION_ROWS = [
  row("S91", "active", "case.archive", [S], [], "scheduled"),
  row("S92", "active", "retention.due", [S], ["G-ARCHIVED"], "scheduled"),
  row("S93", ["active", "scheduled"], "hold.place", [O], ["G-COI", "G-RAT", "G-T1"], "onHold"),
  row("S94", "onHold", "hold.lift", [O], ["G-COI", "G-4E", "G-RAT"], "active", { raises: ["retention.due"] }),
  // An archived case has no other region left that could say so.
  row("S96", "onHold", "deadline.expired", [S], [], "onHold"),
  row("S95", "scheduled", "purge.execute", [S], ["G-NOHOLD", "G-PROT"], "purged"),
];
