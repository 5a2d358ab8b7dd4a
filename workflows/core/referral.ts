import { AUTHORITY, I, O, rowsIn, S, T } from "../row";

const row = rowsIn("procedure");

/** Handing a case to an authority. The office keeps it: whatever the authority does leads back to somebody here. */
export const REFERRAL_ROWS = [
  row("C14", "@work", "referral.propose", [T, I], ["G-COI", "G-RAT"], "referralReview", {
    changes: ["propose", "keepOrigin"],
  }),
  row(
    "C15",
    "referralReview",
    "review.approve",
    [O],
    ["G-COI", "G-4E", "G-CONS", "G-IDSAFE", "G-HANDOVER"],
    "referralInProgress",
    {
      changes: ["useClearing"],
    },
  ),
  row("C16", "referralReview", "review.return", [O], ["G-COI", "G-RAT"], "@origin"),
  row("C17", "referralInProgress", "referral.accept", AUTHORITY, ["G-ANSWER"], "referredMonitoring"),
  row("C18", "referralInProgress", "referral.reject", AUTHORITY, ["G-ANSWER"], "@origin"),
  row("C19", "referralInProgress", "deadline.expired", [S], [], "@origin"),
  row("C20", "referredMonitoring", "referral.outcome", AUTHORITY, ["G-ANSWER"], "@origin"),
  row("C21", "referredMonitoring", "deadline.expired", [S], [], "referredMonitoring"),
];
