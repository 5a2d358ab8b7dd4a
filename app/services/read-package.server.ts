import { database } from "~/platform/database.server";
import { notFound } from "~/platform/problems.server";
import type { Act } from "~crypto/acts";
import { type CaseContext, type CaseSnapshot, type Duty, openActs, ownerOf, type Places } from "~workflows";
import { establishFacts } from "./case-facts.server";
import { OUTSIDE, rolesOn } from "./case-scope.server";
import { authoritysDues, OUTSIDE_CHANNEL } from "./outside-row.server";
import { currentPolicy } from "./policy/current-policy.server";
import { findSnapshot } from "./procedure.server";
import type { CaseFile } from "./read-case.server";
import type { SignedInPerson } from "./sign-in.server";

/**
 * A case as an authority's contact sees it: what was put to them, their own answers and acts, the authority's days, and what
 * they can do now. Of the report, the reporter and the office's own work there is nothing in it.
 *
 * Shape:  as `readCase` gives it, so that one page reads both. `acts` are the contact's own, and those that name the keys
 *         they hold, by which their browser tells the office's keys from a key of the server.
 * Errors: Problem 404.
 */
export async function readPackage(me: SignedInPerson, caseId: string): Promise<CaseFile> {
  const held = { type: OUTSIDE, wraps: { some: { personId: me.id } } };
  const found = await database().case.findFirst({
    where: { id: caseId, accesses: { some: { personId: me.id, scope: OUTSIDE } } },
    include: {
      compartments: { where: held, orderBy: { epoch: "asc" }, include: { wraps: { where: { personId: me.id } } } },
      items: { where: { compartment: held }, orderBy: [{ compartment: { epoch: "asc" } }, { seq: "asc" }] },
      acts: { orderBy: { seq: "asc" } },
      dues: { orderBy: { day: "asc" } },
    },
  });
  if (!found) throw notFound();
  const known = findSnapshot(found.snapshot);
  const [facts, policy, tierPolicy] = await Promise.all([
    establishFacts(found.id),
    currentPolicy("deadlines"),
    currentPolicy("tiers"),
  ]);
  const last = found.acts.at(-1);
  const keys = found.compartments.map(({ fingerprint }) => fingerprint);
  return {
    case: found.id,
    scope: OUTSIDE,
    reference: found.reference,
    kind: found.kind,
    channel: OUTSIDE_CHANNEL,
    state: found.state,
    tier: null,
    urgent: false,
    version: found.version,
    snapshot: outsideSnapshot(known ?? (JSON.parse(found.snapshot) as CaseSnapshot), me.id),
    readOnly: known === null,
    newestPolicy: policy.version,
    tierPolicy,
    lead: null,
    isLead: 0,
    createdDay: found.items[0]?.day ?? facts.day,
    today: facts.day,
    itemCount: found.items.length,
    receiptKey: null,
    dues: authoritysDues(found.dues).map(({ duty, day }) => ({ duty, day })),
    compartments: found.compartments.map(({ wraps, caseId: _case, ...compartment }) => ({
      ...compartment,
      wrap: wraps[0]?.sealed ?? null,
      outer: null,
      holders: [me.id],
    })),
    items: found.items.map(({ compartmentId, sizeBucket: _size, caseId: _case, reply: _reply, ...item }) => ({
      ...item,
      compartment: compartmentId,
      reply: null,
    })),
    acts: found.acts
      .filter(({ actor, text }) => actor === me.id || namesOneOf(keys, text))
      .map(({ id: _id, caseId: _case, ...act }) => act),
    last: last ? { seq: last.seq, digest: last.digest, day: last.day } : null,
    members: [],
    unusable: [],
    tooFewReaders: false,
    ...(known ? actsOf(known, me, facts) : { open: [], blocked: [] }),
    milestones: [],
    published: [],
  };
}

function namesOneOf(fingerprints: readonly string[], text: string): boolean {
  const { keys } = (JSON.parse(text) as Act).codes;
  return Array.isArray(keys) && fingerprints.some((fingerprint) => keys.includes(fingerprint));
}

/** What the contact can do. What stands in the way of others, and where the case stands beside its procedure, is not told. */
function actsOf(snapshot: CaseSnapshot, me: SignedInPerson, facts: Parameters<typeof openActs>[2]) {
  const { open, blocked } = openActs(snapshot, { person: me.id, roles: rolesOn(OUTSIDE, me.roles) }, facts);
  return {
    open: open.map((act) => (TOLD.includes(act.region) ? act : { ...act, to: "", moves: false })),
    blocked: blocked.filter(({ whoCould }) => whoCould.includes("liaison")),
  };
}

/** Regions whose states an authority is told anyway. */
const TOLD: readonly string[] = ["procedure", "interim"];

/** What the page of an authority's contact reads of the procedure's memory, and nothing besides. */
function outsideSnapshot(snapshot: CaseSnapshot, me: string): CaseSnapshot {
  const { version, kind, status } = snapshot;
  // A version that nobody here knows may remember in any form.
  const { value = {}, context = {} } = snapshot as { value?: Partial<Places>; context?: Partial<CaseContext> };
  const mine = (people: readonly string[] | undefined) => (people ?? []).filter((person) => person === me);
  const authoritys = <T>(days: { readonly [duty in Duty]?: T } | undefined) =>
    Object.fromEntries(Object.entries(days ?? {}).filter(([duty]) => ownerOf(duty as Duty) === "authority"));
  const told = {
    at: { procedure: value.procedure },
    policy: "",
    since: authoritys(context.since),
    misses: authoritys(context.misses),
    proposals: {},
    consents: [],
    assigned: [],
    declared: mine(context.declared),
    recused: mine(context.recused),
  };
  return { version, kind, status, value: { procedure: value.procedure }, context: told } as unknown as CaseSnapshot;
}
