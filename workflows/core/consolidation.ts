import { I, O, rowsIn, S, T, V } from "../row";

const row = rowsIn("procedure");

/** Several reports of one matter. Each reporter keeps their own mailbox, keys and notices. */
export const CONSOLIDATION_ROWS = [
  row("C22", "@work", "consolidation.propose", [T, I], ["G-COI", "G-DUP", "G-RAT"], "consolidationReview", {
    changes: ["propose", "renewNotice", "keepOrigin", "nameLead"],
  }),
  row("C23", "consolidationReview", "review.approve", [V, O], ["G-COI", "G-4E", "G-DUP", "G-NOTICE"], "consolidated"),
  row("C24", "consolidationReview", "review.return", [V, O], ["G-COI", "G-RAT"], "@origin", { changes: ["dropLead"] }),
  row("C25", "consolidated", "lead.closed", [S], [], "closed", { changes: ["closeWithLead"] }),
  row("C26", "consolidated", "case.separate", [O], ["G-COI", "G-RAT"], "preliminaryAssessment", {
    changes: ["dropLead"],
  }),
];
