import { AUTHORITY, I, O, R, rowsIn, S } from "../row";

const row = rowsIn("procedure");

/** The authority's reply, the exporter's observations, a look into the file, and a friendly solution where both agree. */
export const GRIEVANCE_INQUIRY_ROWS = [
  row("B08", "underInquiry", "agency.requestReply", [I], ["G-COI", "G-CONS"], "agencyReply"),
  row("B09", "agencyReply", "agency.extend", [O], ["G-COI", "G-RAT", "G-ONCE"], "agencyReply", {
    changes: ["use", "extend"],
  }),
  row("B10", "agencyReply", "agency.reply", AUTHORITY, ["G-ANSWER"], "observations"),
  row("B11", "agencyReply", "deadline.expired", [S], [], "underInquiry"),
  row("B12", "observations", "reporter.reply", [R], ["G-MESSAGE"], "underInquiry", {
    raises: ["reporter.message"],
  }),
  row("B13", "observations", "deadline.expired", [S], [], "underInquiry"),
  row("B14", "underInquiry", "file.inspect", [I], ["G-COI", "G-NOTE"], "underInquiry"),
  row("B15", "underInquiry", "solution.propose", [O], ["G-COI", "G-RAT", "G-NOTICE"], "solutionPending", {
    changes: ["resetAccepted"],
  }),
  row("B16", "solutionPending", "agency.acceptSolution", AUTHORITY, ["G-ANSWER"], "solutionPending", {
    changes: ["accept"],
  }),
  row("B17", "solutionPending", "reporter.acceptSolution", [R], ["G-ANSWER"], "solutionPending", {
    changes: ["accept"],
  }),
  row("B18", "solutionPending", "solution.record", [O], ["G-COI", "G-BOTH", "G-RAT"], "decisionReview", {
    changes: ["propose"],
  }),
  row("B19", "solutionPending", "party.decline", [R, ...AUTHORITY], ["G-ANSWER"], "underInquiry"),
  row("B20", "solutionPending", "deadline.expired", [S], [], "underInquiry"),
];
