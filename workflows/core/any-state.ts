import { I, L, O, R, rowsIn, S, T, V } from "../row";

const row = rowsIn("procedure");

/** Deleting an archived case can be put off and be let go on, by people who have declared that they have no conflict. */
const ALSO_ARCHIVED = ["*", "archived"] as const;

/** What is open in every state until the archive and moves nothing: conflicts, access, proposals to a second person, consents, notes, clocks. */
export const ANY_STATE_ROWS = [
  row("N01", ALSO_ARCHIVED, "conflict.declareNone", [T, I, O, V, L], ["G-UNDECLARED"], "@same", {
    changes: ["declareNone"],
  }),
  row("N02", ALSO_ARCHIVED, "act.propose", [T, I, O, V], ["G-COI", "G-PROPOSABLE", "G-TEXT", "G-RAT"], "@same", {
    changes: ["proposeFor"],
  }),
  row("N03", ALSO_ARCHIVED, "access.grant", [T, I, O, V], ["G-COI", "G-TARGET"], "@same"),
  row("N04", "*", "text.attestSafe", [V], ["G-COI", "G-NOTE", "G-SAFE"], "@same", { changes: ["clearText"] }),
  row("N05", "*", "case.note", [T, I, O, V], ["G-NOTE"], "@same"),
  row("N06", "*", "identity.release", [T], ["G-COI", "G-CUSTODIAN", "G-RAT"], "@same"),
  row("N07", "*", "identity.disclose", [O], ["G-COI", "G-4E", "G-CONS", "G-RAT", "G-NOTICE"], "@same"),
  row("N08", "*", "consent.give", [R], ["G-PURPOSE"], "@same", { changes: ["consent"] }),
  row("N09", "*", "consent.withdraw", [R], ["G-PURPOSE"], "@same", { changes: ["dropConsent"] }),
  row("N10", "*", "consent.record", [T, I], ["G-COI", "G-PURPOSE", "G-NOTE"], "@same", { changes: ["consent"] }),
  row("N11", "*", "policy.rebase", [O], ["G-COI", "G-RAT", "G-POLICY"], "@same", { changes: ["rebase"] }),
  row("N12", "*", "deadline.missed", [S], ["G-MISSED"], "@same", { changes: ["owePlanOrReview"] }),
  row("N13", "*", "clock.reminder", [S], ["G-REMINDER"], "@same", { changes: ["remind"] }),
  row("N14", "*", "package.send", [T, I, O], ["G-COI", "G-CONS", "G-SAFE", "G-PACKAGE"], "@same"),
  row("N15", "@inquiry", "inquiry.plan", [I, O], ["G-COI", "G-PLANOWED", "G-MESSAGE"], "@same", {
    changes: ["plan"],
    raises: ["office.message"],
  }),
  row("N16", "@inquiry", "inquiry.review", [V], ["G-COI", "G-REVIEWOWED", "G-NOTE"], "@same", {
    changes: ["reviewInquiry"],
  }),
  row("N17", "*", "access.narrow", [O], ["G-COI", "G-RAT", "G-NARROW"], "@same", {
    changes: ["narrow"],
    raises: ["rewrap.needed"],
  }),
];
