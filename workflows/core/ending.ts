import { O, R, rowsIn, S, V } from "../row";

const row = rowsIn("procedure");

/** Withdrawing, and what comes after closing: one review by somebody who never acted in the case, reopening by two people, the archive. */
export const ENDING_ROWS = [
  row("C34", "@open", "withdrawal.confirm", [O], ["G-COI", "G-COERC"], "closed", { changes: ["closeWithdrawn"] }),
  row("C35", "closed", "review.request", [R], ["G-WIN", "G-ONCE"], "reviewRequested", {
    changes: ["use", "renewNotice"],
    raises: ["reporter.message"],
  }),
  row("C36", "reviewRequested", "review.uphold", [V], ["G-COI", "G-FRESH", "G-RAT", "G-NOTICE"], "closed"),
  row("C37", "reviewRequested", "review.grant", [V], ["G-COI", "G-FRESH", "G-RAT"], "preliminaryAssessment", {
    changes: ["reopen"],
  }),
  row("C38", "closed", "case.reopen", [O], ["G-COI", "G-4E", "G-RAT"], "preliminaryAssessment", {
    changes: ["reopen"],
  }),
  row("C39", "closed", "case.archive", [S], ["G-WINOVER", "G-NOHOLD", "G-PROT"], "archived", {
    raises: ["hold.place"],
  }),
];
