import type { Row } from "../row";

/** Findings are handed in by the investigator and read by a second person who did not investigate. */
export const FINDINGS_ROWS: readonly Row[] = [
  {
    id: "A08",
    from: ["@inquiry"],
    event: "findings.submit",
    by: ["investigator"],
    guards: ["G-COI", "G-RAT"],
    to: "decisionReview",
    changes: ["propose", "submitFindings"],
  },
  {
    id: "C27",
    from: ["decisionReview"],
    event: "review.approve",
    by: ["reviewer"],
    guards: ["G-COI", "G-4E"],
    to: "decisionPending",
    changes: ["approveFindings"],
  },
  {
    id: "C28",
    from: ["decisionReview"],
    event: "review.return",
    by: ["reviewer"],
    guards: ["G-COI", "G-RAT"],
    to: "@inquiry",
    changes: ["dropProposal", "dropFindings"],
  },
];
