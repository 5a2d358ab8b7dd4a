import { O, rowsIn, T, V } from "../row";

const row = rowsIn("procedure");

/** The tier. One pair of eyes may raise it, never lower it. */
export const TRIAGE_ROWS = [
  row(
    "C07",
    "preliminaryAssessment",
    "triage.setTier",
    [T],
    ["G-COI", "G-NEWTIER", "G-FACT"],
    "preliminaryAssessment",
    {
      changes: ["setTier"],
    },
  ),
  row("C07a", "preliminaryAssessment", "triage.confirmTier", [T, O, V], ["G-COI", "G-4E"], "preliminaryAssessment", {
    changes: ["confirmTier"],
  }),
];
