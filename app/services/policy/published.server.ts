import { DEADLINE_LINES, FACTORS, POLICIES } from "~workflows/policy";

/** For each duty the four spans of the tiers T1 to T4 (see `parseSpan`). */
export type Deadlines = Readonly<Record<string, readonly string[]>>;
/** For each factor what one of its points counts. */
export type Weights = Readonly<Record<string, number>>;

/** The policies of which an office can have its own version, and what their entries look like. */
export type EntriesOf = { deadlines: Deadlines; tiers: Weights };
export type ChangeablePolicy = keyof EntriesOf;
export const CHANGEABLE_POLICIES = ["deadlines", "tiers"] as const satisfies readonly ChangeablePolicy[];

/**
 * Every published version on which a case can still run. When a file in `workflows/policy` gets its next version, the one
 * before is kept beside it and named here, so that no running case loses the deadlines that it was promised.
 */
const PUBLISHED: { readonly [policy in ChangeablePolicy]: Readonly<Record<number, EntriesOf[policy]>> } = {
  deadlines: { 1: DEADLINE_LINES },
  tiers: { 1: Object.fromEntries(FACTORS.map(({ id, weight }) => [id, weight])) },
};

/** What is published today, before anything that an office changed. */
export function publishedPolicy<P extends ChangeablePolicy>(policy: P): { version: number; entries: EntriesOf[P] } {
  const version = POLICIES.find(({ id }) => id === policy)?.version ?? 0;
  const entries = findPublished(policy, version);
  if (!entries) throw new Error(`The published version of ${policy} is not listed.`);
  return { version, entries };
}

/** The entries of a published version; null where this software knows no such version. */
export function findPublished<P extends ChangeablePolicy>(policy: P, version: number): EntriesOf[P] | null {
  return PUBLISHED[policy][version] ?? null;
}
