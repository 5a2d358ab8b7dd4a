import type { Tier } from "./codes";
import type { Span } from "./days";
import published from "./policy/deadlines.json";

/** A length of time as the policy file writes it: "5d" calendar days, "2wd" working days, "3m" calendar months. */
export type SpanText = string;
/** For each duty the time that it may take, for the tiers T1 to T4 in this order. */
export type Limits = Readonly<Record<string, readonly SpanText[]>>;

/** The published deadlines, before any change that an office makes of its own. */
export const PUBLISHED_LIMITS: Limits = published.entries;
/** The name under which a case remembers which deadlines it runs on. */
export const PUBLISHED_LIMITS_VERSION = `${published.id}@${published.version}`;

const TIER_INDEX = { T1: 0, T2: 1, T3: 2, T4: 3 } as const satisfies Record<Tier, number>;

/** Reads a span of the policy file; null for anything else. */
export function readSpan(text: SpanText): Span | null {
  const [, number, unit] = /^(\d{1,4})(d|wd|m)$/.exec(text) ?? [];
  if (number === undefined) return null;
  if (unit === "d") return { days: Number(number) };
  return unit === "m" ? { months: Number(number) } : { workingDays: Number(number) };
}

/**
 * The time that a duty may take. Before a tier is set a case runs as T3, or as T1 where the reporter said that it is urgent.
 *
 * Shape: null where the policy names no limit for the duty.
 */
export function limitOf(limits: Limits, duty: string, tier: Tier | null, isUrgent: boolean): Span | null {
  const text = limits[duty]?.[TIER_INDEX[tier ?? (isUrgent ? "T1" : "T3")]];
  return text === undefined ? null : readSpan(text);
}
