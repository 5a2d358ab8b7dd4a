/**
 * What stays of a purged case: enough for statistics and for the chain to be checked, nothing that leads to a person.
 *
 * Units:  months are "YYYY-MM".
 * Source: the retention region of the procedure: kind, dates by month, outcome code, chain digest.
 */
export interface Skeleton {
  version: number;
  kind: string;
  status: string;
  outcome: string | null;
  ground: string | null;
  tier: string | null;
  receivedMonth: string | null;
  closedMonth: string | null;
  /** Digest of the last act: whoever holds the acts can see that none was cut off. */
  chain: string;
  /** How many acts the chain has. */
  acts: number;
}

/** A stored snapshot in which the skeleton cannot be read; nothing is purged then. */
export class SkeletonError extends Error {
  override readonly name = "SkeletonError";
  constructor() {
    super("The stored procedure has no version or no context, so the case was not purged.");
  }
}

/**
 * Reduces a stored snapshot to its skeleton.
 *
 * Shape:  parsed JSON in, because a snapshot of an older machine must be purgeable too.
 * Errors: SkeletonError.
 */
export function skeletonOf(stored: unknown, chain: { digest: string; acts: number }): Skeleton {
  const { version, kind, status, context } = asRecord(stored);
  const { outcome, ground, tier, receivedDay, closedDay } = asRecord(context);
  const isSnapshot = typeof version === "number" && typeof kind === "string" && isRecord(context);
  if (!isSnapshot) throw new SkeletonError();
  return {
    version,
    kind,
    status: textOrNull(status) ?? "done",
    outcome: textOrNull(outcome),
    ground: textOrNull(ground),
    tier: textOrNull(tier),
    receivedMonth: monthOf(receivedDay),
    closedMonth: monthOf(closedDay),
    chain: chain.digest,
    acts: chain.acts,
  };
}

/** The month of a day, as "YYYY-MM"; null where there is no day. */
export function monthOf(day: unknown): string | null {
  return typeof day === "string" && /^\d{4}-\d\d/.test(day) ? day.slice(0, 7) : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asRecord(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
