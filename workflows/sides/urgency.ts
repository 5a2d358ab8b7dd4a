import { I, L, O, R, rowsIn, S, T, V } from "../row";

const row = rowsIn("urgency");

/**
 * Danger to life, liberty or safety: the least that has to be told to the emergency contact, by one person at once, ratified by a second.
 * Danger that is told again meanwhile is flagged again: what was disclosed still waits, and the next disclosure waits behind it.
 */
export const URGENCY_ROWS = [
  row("S31", ["normal", "flagged"], "urgent.flag", [R, T, I, O, L], ["G-URGENT"], "flagged", {
    changes: ["flagUrgent"],
    raises: ["reporter.message"],
  }),
  row("S32", "acted", "urgent.flag", [R, T, I, O, L], [], "acted", {
    changes: ["flagAgain"],
    raises: ["reporter.message"],
  }),
  row("S33", ["flagged", "acted"], "urgent.authorise", [O, V], ["G-COI", "G-FLAGGED", "G-RAT"], "acted", {
    changes: ["proposeRatify"],
  }),
  row("S34", "flagged", "urgent.standDown", [O], ["G-COI", "G-4E", "G-RAT"], "normal", { changes: ["standDown"] }),
  row("S35", "flagged", "deadline.expired", [S], [], "flagged"),
  row("S36", "acted", "urgent.ratify", [V, O], ["G-COI", "G-4E"], "@rest", { changes: ["ratify"] }),
  row("S37", "acted", "deadline.expired", [S], [], "acted"),
];
