import { type Database, database, type Transaction } from "~/platform/database.server";
import {
  type ChangeablePolicy,
  type Deadlines,
  type EntriesOf,
  findPublished,
  publishedPolicy,
  type Weights,
} from "./published.server";

/** A policy as it holds: the published entries with the office's own in their place. */
export interface PolicyInForce<Entries> {
  /** "deadlines@1" as published, "deadlines@1+2" with the office's second version of its own. */
  version: string;
  entries: Entries;
}

/** Nobody can tell what a policy of this name says: it was never in force here, or it belongs to newer software. */
export class PolicyVersionError extends Error {
  override readonly name = "PolicyVersionError";
  constructor(readonly version: string) {
    super("No policy of this version is known to this office.");
  }
}

/** The policy that a new case starts with. */
export async function currentPolicy<P extends ChangeablePolicy>(
  policy: P,
  db: Database | Transaction = database(),
): Promise<PolicyInForce<EntriesOf[P]>> {
  const own = await db.policyVersion.findFirst({ where: { policy }, orderBy: { number: "desc" } });
  return resolve(policy, publishedPolicy(policy).version, own);
}

/**
 * The deadlines of a version that a case keeps.
 *
 * Errors: PolicyVersionError.
 */
export function policyAt(version: string): Promise<PolicyInForce<Deadlines>> {
  return readVersion("deadlines", version);
}

/**
 * The weights of a version that a triage sheet was made with.
 *
 * Errors: PolicyVersionError.
 */
export function weightsAt(version: string): Promise<PolicyInForce<Weights>> {
  return readVersion("tiers", version);
}

async function readVersion<P extends ChangeablePolicy>(policy: P, version: string) {
  const [, name, published, number] = /^(\w+)@(\d{1,6})(?:\+(\d{1,6}))?$/.exec(version) ?? [];
  if (name !== policy) throw new PolicyVersionError(version);
  if (number === undefined) return resolve(policy, Number(published), null);
  const where = { policy_number: { policy, number: Number(number) } };
  const own = await database().policyVersion.findUnique({ where });
  if (!own) throw new PolicyVersionError(version);
  return resolve(policy, Number(published), own);
}

/** A row holds every entry in which the office differs, not only the last one that it changed. */
function resolve<P extends ChangeablePolicy>(
  policy: P,
  published: number,
  own: { number: number; text: string } | null,
) {
  const base = findPublished(policy, published);
  const version = `${policy}@${published}${own ? `+${own.number}` : ""}`;
  if (!base) throw new PolicyVersionError(version);
  const entries: EntriesOf[P] = own ? { ...base, ...(JSON.parse(own.text) as EntriesOf[P]) } : base;
  return { version, entries };
}
