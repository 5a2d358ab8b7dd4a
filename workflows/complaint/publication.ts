import { AUTHORITY, I, O, R, rowsIn, S, V } from "../row";

const row = rowsIn("procedure");

/** Provisional findings for both sides, the decision, and the public statement or the reason why there is none. */
export const COMPLAINT_PUBLICATION_ROWS = [
  row(
    "K25",
    "underInquiry",
    "provisional.issue",
    [I],
    ["G-COI", "G-EVID", "G-RAT", "G-IDSAFE"],
    "provisionalFindings",
    { changes: ["useClearing"] },
  ),
  row("K26", "provisionalFindings", "comment.received", [R, ...AUTHORITY], ["G-ANSWER"], "provisionalFindings", {
    changes: ["hear"],
  }),
  row("K27", "provisionalFindings", "deadline.expired", [S], [], "provisionalFindings", { changes: ["hear"] }),
  row("K28", "provisionalFindings", "inquiry.resume", [I], ["G-COI"], "underInquiry", { changes: ["unhear"] }),
  row(
    "K29",
    "provisionalFindings",
    "findings.submit",
    [I],
    ["G-COI", "G-HEARD", "G-RIGHTS", "G-RAT"],
    "decisionReview",
    { changes: ["propose", "submitFindings"] },
  ),
  row(
    "K30",
    "decisionPending",
    "decision.issue",
    [O],
    ["G-COI", "G-4E", "G-REC", "G-RAT", "G-NOTICE"],
    "publicationReview",
    {
      changes: ["decide"],
      raises: ["outcome.communicate"],
    },
  ),
  row("K31", "publicationReview", "statement.publish", [V], ["G-COI", "G-4E", "G-TEXT", "G-PUB"], "concluded"),
  row("K32", "publicationReview", "statement.withhold", [O], ["G-COI", "G-4E", "G-WITHHOLD", "G-RAT"], "concluded"),
  row("K33", "publicationReview", "review.return", [V], ["G-COI", "G-RAT"], "decisionPending", {
    changes: ["undecide"],
  }),
];
