import { I, O, R, rowsIn, S, T } from "../row";

const row = rowsIn("correspondence");

/** Who owes the next word. Open from arrival to the archive, whatever the procedure does. */
export const CORRESPONDENCE_ROWS = [
  row("S51", ["idle", "officeOwes", "reporterOwes"], "reporter.message", [R], ["G-MESSAGE", "G-WORDS"], "officeOwes", {
    raises: ["evidence.add"],
  }),
  row(
    "S52",
    ["idle", "officeOwes", "reporterOwes"],
    "office.message",
    [T, I, O],
    ["G-COI", "G-MESSAGE"],
    "reporterOwes",
  ),
  row("S53", "reporterOwes", "deadline.expired", [S], [], "officeOwes"),
  row("S54", ["officeOwes", "reporterOwes"], "message.noReplyNeeded", [T, I, O], ["G-COI"], "idle"),
];
