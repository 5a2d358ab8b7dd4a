import type { Row } from "../row";

/** After closing: one review by somebody who never acted in the case, reopening by two people, and the archive at the end. */
export const REVIEW_ROWS: readonly Row[] = [
  {
    id: "C35",
    from: ["closed"],
    event: "review.request",
    by: ["reporter"],
    guards: ["G-WIN", "G-ONCE"],
    to: "reviewRequested",
    changes: ["askReview", "renewNotice"],
  },
  {
    id: "C36",
    from: ["reviewRequested"],
    event: "review.uphold",
    by: ["reviewer"],
    guards: ["G-COI", "G-FRESH", "G-RAT", "G-NOTICE"],
    to: "closed",
    changes: ["notice"],
  },
  {
    id: "C37",
    from: ["reviewRequested"],
    event: "review.grant",
    by: ["reviewer"],
    guards: ["G-COI", "G-FRESH", "G-RAT"],
    to: "preliminaryAssessment",
    changes: ["reopen"],
  },
  {
    id: "C38a",
    from: ["closed"],
    event: "reopen.propose",
    by: ["intake", "investigator", "ombudsperson", "reviewer"],
    guards: ["G-COI", "G-RAT"],
    to: "closed",
    changes: ["propose"],
  },
  {
    id: "C38",
    from: ["closed"],
    event: "case.reopen",
    by: ["ombudsperson"],
    guards: ["G-COI", "G-4E", "G-RAT"],
    to: "preliminaryAssessment",
    changes: ["reopen"],
  },
  {
    id: "C39",
    from: ["closed"],
    event: "case.archive",
    by: ["system"],
    guards: ["G-WINOVER"],
    to: "archived",
    changes: [],
  },
];
