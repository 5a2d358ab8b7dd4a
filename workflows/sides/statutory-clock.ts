import { I, O, rowsIn, S, T, V } from "../row";

const row = rowsIn("statutoryClock");

/** The two promises of the Directive: an acknowledgement within seven days, feedback within three months. This clock never pauses. */
export const STATUTORY_CLOCK_ROWS = [
  row("S01", ["ackDue", "ackBreached"], "case.acknowledge", [T], [], "feedbackDue"),
  row("S02", ["ackDue", "ackBreached"], "case.reportUndecryptable", [T], [], "feedbackDue"),
  row("S03", ["ackDue", "ackBreached"], "ack.waive", [T], ["G-COI", "G-WAIVE", "G-NOTE"], "feedbackDue", {
    changes: ["startFeedback"],
  }),
  row("S04", "ackDue", "clock.day7", [S], [], "ackBreached"),
  row(
    "S05",
    ["feedbackDue", "feedbackExtended", "feedbackBreached"],
    "feedback.give",
    [T, I, O],
    ["G-COI", "G-MESSAGE"],
    "feedbackGiven",
    {
      changes: ["giveFeedback"],
    },
  ),
  row("S06", "feedbackDue", "feedback.extend", [O], ["G-COI", "G-RAT", "G-MESSAGE"], "feedbackExtended"),
  row("S07", "feedbackDue", "clock.month3", [S], [], "feedbackBreached"),
  row("S08", "feedbackExtended", "clock.month6", [S], [], "feedbackBreached"),
  row("S09", "feedbackGiven", "outcome.communicate", [O], ["G-COI", "G-MESSAGE"], "outcomeGiven"),
  row("S10", ["ackDue", "ackBreached"], "quarantine.discard", [T], [], "outcomeGiven"),
  row(
    "S11",
    ["ackDue", "ackBreached", "feedbackDue", "feedbackExtended", "feedbackBreached", "feedbackGiven"],
    "withdrawal.confirm",
    [O],
    [],
    "outcomeGiven",
  ),
  row("S12", ["feedbackGiven", "outcomeGiven"], "review.grant", [V], [], "feedbackDue"),
  row("S13", ["feedbackGiven", "outcomeGiven"], "case.reopen", [O], [], "feedbackDue"),
];
