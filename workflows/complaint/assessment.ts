import { AUTHORITY, O, rowsIn, S, T, V } from "../row";

const row = rowsIn("procedure");

/** Other offices with a stake, the initial assessment by two people, and who inquires. */
export const COMPLAINT_ASSESSMENT_ROWS = [
  row("K01", "preliminaryAssessment", "coordination.open", [T], ["G-COI", "G-CONS"], "coordination"),
  row("K02", "coordination", "coordination.leadHere", [O, ...AUTHORITY], ["G-ANSWER"], "preliminaryAssessment"),
  row(
    "K03",
    "coordination",
    "coordination.transfer",
    [O],
    ["G-COI", "G-4E", "G-CONS", "G-HANDOVER"],
    "referralInProgress",
    {
      changes: ["keepOrigin"],
    },
  ),
  row("K04", "coordination", "deadline.expired", [S], [], "preliminaryAssessment"),
  row(
    "K05",
    "preliminaryAssessment",
    "assessment.submit",
    [T],
    ["G-COI", "G-MIN", "G-TIER", "G-ADM", "G-RAT"],
    "assessmentReview",
    { changes: ["propose", "renewNotice"] },
  ),
  row("K06", "assessmentReview", "review.approve", [V, O], ["G-COI", "G-4E", "G-NOTICE"], "admitted", {
    changes: ["admit"],
  }),
  row("K07", "assessmentReview", "review.return", [V, O], ["G-COI", "G-RAT"], "preliminaryAssessment"),
  row("K08", "admitted", "investigator.assign", [O], ["G-COI", "G-KEY", "G-TARGET"], "underInquiry", {
    changes: ["assign"],
  }),
  row("K09", "admitted", "deadline.expired", [S], [], "admitted"),
  row("K10", "underInquiry", "investigator.reassign", [O], ["G-COI", "G-RAT"], "admitted", {
    changes: ["unassign"],
    raises: ["rewrap.needed"],
  }),
];
