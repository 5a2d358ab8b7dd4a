import { AUTHORITY, O, R, rowsIn, S, V } from "../row";

const row = rowsIn("procedure");

/** Findings are read by a second person, the decision is the ombudsperson's; then the case is closed or followed up. */
export const DECISION_ROWS = [
  row("C27", "decisionReview", "review.approve", [V], ["G-COI", "G-4E"], "decisionPending", {
    changes: ["approveFindings"],
  }),
  row("C28", "decisionReview", "review.return", [V], ["G-COI", "G-RAT"], "@inquiry", { changes: ["dropFindings"] }),
  row("C29", "decisionPending", "decision.return", [O], ["G-COI", "G-RAT"], "@inquiry", { changes: ["dropFindings"] }),
  row("C30", "concluded", "followup.open", [O], ["G-COI"], "followUp"),
  row("C31", "concluded", "case.close", [O], ["G-COI", "G-PROT", "G-NOTICE"], "closed", {
    raises: ["outcome.communicate"],
  }),
  row("C32", "followUp", "followup.record", [...AUTHORITY, R], ["G-ANSWER", "G-IMPL"], "followUp"),
  row("C33", "followUp", "deadline.expired", [S], [], "followUp"),
];
