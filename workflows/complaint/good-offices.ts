import { AUTHORITY, O, R, rowsIn, S } from "../row";

const row = rowsIn("procedure");

/** Good offices: voluntary talks between the parties. What is said there stays sealed off from the inquiry. */
export const GOOD_OFFICES_ROWS = [
  row("K17", "underInquiry", "goodOffices.offer", [O], ["G-COI", "G-CONS"], "goodOfficesOffered", {
    changes: ["resetAccepted"],
  }),
  row("K18", "goodOfficesOffered", "party.accept", [R, ...AUTHORITY], ["G-ANSWER"], "goodOfficesOffered", {
    changes: ["accept"],
  }),
  row("K19", "goodOfficesOffered", "goodOffices.begin", [O], ["G-COI", "G-BOTH"], "goodOffices"),
  row("K20", "goodOfficesOffered", "party.decline", [R, ...AUTHORITY], ["G-ANSWER"], "underInquiry"),
  row("K21", "goodOfficesOffered", "deadline.expired", [S], [], "underInquiry"),
  row("K22", "goodOffices", "agreement.record", [O], ["G-COI", "G-CONS", "G-RAT"], "decisionReview", {
    changes: ["propose"],
  }),
  row("K23", "goodOffices", "goodOffices.end", [R, ...AUTHORITY, O], ["G-ANSWER"], "underInquiry"),
  row("K24", "goodOffices", "deadline.expired", [S], [], "underInquiry"),
];
