import type { Act } from "~crypto/acts";
import type { ConsentPurpose } from "~workflows/codes";
import type { Consent } from "~workflows/context";
import { purposeOf } from "~workflows/guards/attested";
import type { CaseAct, CaseRecord, OpenAct } from "./records";

/** What a step shares with others and so needs the reporter's consent for; null where it shares nothing. */
export function purposeOfAct(
  { event }: Pick<OpenAct, "event">,
  { state }: Pick<CaseRecord, "state">,
): ConsentPurpose | null {
  // An approval shares something only where it hands the case on.
  return event === "review.approve" && state !== "referralReview" ? null : purposeOf(event);
}

/** The consent on record for a purpose, whether its day has passed or not. */
export function consentOnRecord({ snapshot }: Pick<CaseRecord, "snapshot">, purpose: string | null): Consent | null {
  return snapshot.context.consents.find((consent) => consent.purpose === purpose) ?? null;
}

/** The purposes whose last word of the reporter was to take them back, be it given in a step or ticked in the form. */
export function takenBackBy(acts: readonly Pick<CaseAct, "event" | "text">[]): string[] {
  const said = acts.filter(({ event }) => event === "consent.give" || event === "consent.withdraw");
  const last = new Map(said.map(({ event, text }) => [String((JSON.parse(text) as Act).codes.purpose), event]));
  return [...last].flatMap(([purpose, event]) => (event === "consent.withdraw" ? [purpose] : []));
}
