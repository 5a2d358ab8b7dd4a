import { AUTHORITY, O, R, rowsIn, S, T } from "../row";

const row = rowsIn("procedure");

/** Whether the office may inquire, a pending appeal elsewhere, and who inquires. */
export const GRIEVANCE_ADMISSION_ROWS = [
  row("B01", "preliminaryAssessment", "admissibility.admit", [T], ["G-COI", "G-MIN", "G-TIER", "G-ADM"], "admitted", {
    changes: ["admit"],
  }),
  row("B02", "preliminaryAssessment", "admissibility.suspend", [T], ["G-COI", "G-RAT"], "suspendedSubJudice"),
  row("B03", "suspendedSubJudice", "parallel.concluded", [R, ...AUTHORITY], ["G-ANSWER"], "preliminaryAssessment"),
  row("B04", "suspendedSubJudice", "deadline.expired", [S], [], "preliminaryAssessment"),
  row("B05", "admitted", "investigator.assign", [O], ["G-COI", "G-KEY", "G-TARGET"], "underInquiry", {
    changes: ["assign"],
  }),
  row("B06", "admitted", "deadline.expired", [S], [], "admitted"),
  row("B07", "underInquiry", "investigator.reassign", [O], ["G-COI", "G-RAT"], "admitted", {
    changes: ["unassign"],
    raises: ["rewrap.needed"],
  }),
];
