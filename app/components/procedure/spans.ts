import { type Limits, readSpan, type SpanText } from "~workflows/limits";
import type { Names } from "./use-names";

/** The limits of a stay in a state, for the tiers T1 to T4; empty where the policy names none. */
export function limitsOfState(limits: Limits, kind: string, state: string): readonly SpanText[] {
  // What has arrived and is not yet read runs on the clock of the law, and on no other.
  const duty = state === "received" ? "acknowledgement" : state;
  return limits[`${duty}.${kind}`] ?? limits[duty] ?? [];
}

/** Says a span in words: "10 working days". A span of nothing is the same day. */
export function spanWords(text: SpanText, t: Names["t"]): string {
  const span = readSpan(text);
  if (span === null) return text;
  const [[unit, count] = ["days", 0]] = Object.entries(span);
  return count === 0 ? t("span.same") : t(`span.${unit}`, { count });
}
