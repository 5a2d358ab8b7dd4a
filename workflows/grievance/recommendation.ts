import { AUTHORITY, I, O, R, rowsIn, S } from "../row";

const row = rowsIn("procedure");

/** Provisional findings for comment, the decision or a recommendation, and a special report where nobody listens. */
export const GRIEVANCE_RECOMMENDATION_ROWS = [
  row("B21", "underInquiry", "provisional.issue", [I], ["G-COI", "G-EVID", "G-RAT"], "provisionalFindings"),
  row("B22", "provisionalFindings", "comment.received", [R, ...AUTHORITY], ["G-ANSWER"], "provisionalFindings", {
    changes: ["hear"],
  }),
  row("B23", "provisionalFindings", "deadline.expired", [S], [], "provisionalFindings", { changes: ["hear"] }),
  row("B24", "provisionalFindings", "inquiry.resume", [I], ["G-COI"], "underInquiry", { changes: ["unhear"] }),
  row("B25", "provisionalFindings", "findings.submit", [I], ["G-COI", "G-HEARD", "G-RAT"], "decisionReview", {
    changes: ["propose", "submitFindings"],
  }),
  row("B26", "decisionPending", "decision.issue", [O], ["G-COI", "G-4E", "G-RAT", "G-NOTICE"], "concluded", {
    changes: ["decide"],
    raises: ["outcome.communicate"],
  }),
  row(
    "B27",
    "decisionPending",
    "recommendation.issue",
    [O],
    ["G-COI", "G-4E", "G-REC", "G-RAT", "G-NOTICE"],
    "recommendationIssued",
    { changes: ["decide"], raises: ["outcome.communicate"] },
  ),
  row("B28", "recommendationIssued", "agency.accept", AUTHORITY, ["G-ANSWER"], "followUp"),
  row("B29", "recommendationIssued", "agency.reject", AUTHORITY, ["G-ANSWER"], "specialReportPending"),
  row("B30", "recommendationIssued", "deadline.expired", [S], [], "specialReportPending"),
  row("B31", "specialReportPending", "specialReport.publish", [O], ["G-COI", "G-4E", "G-TEXT", "G-PUB"], "concluded"),
  row("B32", "specialReportPending", "specialReport.waive", [O], ["G-COI", "G-4E", "G-RAT"], "concluded"),
];
