import { AUTHORITY, I, O, rowsIn, S, T } from "../row";

const row = rowsIn("procedure");

/** A tip is investigated: admitted by one pair of eyes, assigned, the person concerned heard, findings handed in, decided. */
export const TIP_ROWS = [
  row("A01", "preliminaryAssessment", "triage.admit", [T], ["G-COI", "G-MIN", "G-TIER"], "admitted", {
    changes: ["admit"],
  }),
  row("A02", "admitted", "investigator.assign", [O], ["G-COI", "G-KEY", "G-TARGET"], "underInvestigation", {
    changes: ["assign"],
  }),
  row("A03", "admitted", "deadline.expired", [S], [], "admitted"),
  row("A04", "underInvestigation", "investigator.reassign", [O], ["G-COI", "G-RAT"], "admitted", {
    changes: ["unassign"],
    raises: ["rewrap.needed"],
  }),
  row("A05", "underInvestigation", "comment.invite", [I], ["G-COI", "G-IDSAFE"], "fairComment", {
    changes: ["useClearing"],
  }),
  row("A06", "fairComment", "comment.received", AUTHORITY, ["G-ANSWER"], "underInvestigation", { changes: ["hear"] }),
  row("A07", "fairComment", "deadline.expired", [S], [], "underInvestigation", { changes: ["hear"] }),
  row(
    "A08",
    "underInvestigation",
    "findings.submit",
    [I],
    ["G-COI", "G-EVID", "G-HEARD", "G-RIGHTS", "G-RAT"],
    "decisionReview",
    { changes: ["propose", "submitFindings"] },
  ),
  row("A09", "decisionPending", "decision.issue", [O], ["G-COI", "G-4E", "G-RAT", "G-NOTICE"], "concluded", {
    changes: ["decide"],
    raises: ["outcome.communicate"],
  }),
];
