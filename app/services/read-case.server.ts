import { database } from "~/platform/database.server";
import { notFound } from "~/platform/problems.server";
import { type CaseSnapshot, LEAST_READERS, milestones, openActs } from "~workflows";
import { establishFacts } from "./case-facts.server";
import { isInside, rolesOn, type Scope, scopeOf } from "./case-scope.server";
import { markNoticesRead } from "./notices/desk-notices.server";
import { currentPolicy } from "./policy/current-policy.server";
import { findSnapshot } from "./procedure.server";
import { publishedOf } from "./published/read-published.server";
import { readPackage } from "./read-package.server";
import type { SignedInPerson } from "./sign-in.server";

export type CaseFile = Awaited<ReturnType<typeof readWholeCase>>;

/**
 * A case as a person on it may see it: the office's people all of it, an authority's contact what was put to them.
 *
 * Errors: Problem 404 for everybody else.
 */
export async function readCase(me: SignedInPerson, caseId: string | undefined): Promise<CaseFile> {
  const key = { personId: me.id, caseId: caseId ?? "" };
  const access = await database().access.findUnique({ where: { personId_caseId: key }, select: { scope: true } });
  if (!access) throw notFound();
  return access.scope === "case" ? readWholeCase(me, key.caseId) : readPackage(me, key.caseId);
}

/** Everything about a case that a person of the office needs: ciphertext, wraps, acts, dates, and what they may do now. */
async function readWholeCase(me: SignedInPerson, caseId: string) {
  const found = await database().case.findFirst({
    where: { id: caseId, accesses: isInside(me.id) },
    include: {
      compartments: {
        orderBy: [{ type: "asc" }, { epoch: "asc" }],
        include: { wraps: { select: { personId: true, sealed: true, layer: true, secondId: true } } },
      },
      items: { orderBy: [{ day: "asc" }, { seq: "asc" }] },
      acts: { orderBy: { seq: "asc" } },
      dues: { orderBy: { day: "asc" } },
      accesses: { select: { personId: true, scope: true } },
    },
  });
  if (!found) throw notFound();
  const known = findSnapshot(found.snapshot);
  const inside = found.accesses.filter(({ scope }) => scope === "case").map(({ personId }) => personId);
  const facts = await establishFacts(found.id);
  const unusable = inside.filter((person) => !facts.directory.some((one) => one.person === person));
  const actor = { person: me.id, roles: rolesOn("case", me.roles) };
  const last = found.acts.at(-1);
  const { open, blocked } = known ? openActs(known, actor, facts) : { open: [], blocked: [] };
  const [policy, tierPolicy, lead, joined] = await Promise.all([
    currentPolicy("deadlines"),
    currentPolicy("tiers"),
    found.leadId ? findLead(me, found.leadId) : null,
    database().case.count({ where: { leadId: found.id } }),
  ]);
  return {
    case: found.id,
    scope: "case" as Scope,
    reference: found.reference,
    kind: found.kind,
    channel: found.channel,
    state: found.state,
    tier: found.tier,
    urgent: found.urgent,
    version: found.version,
    // A snapshot that no version here knows is shown as it stands, and nothing can be done on it.
    snapshot: known ?? (JSON.parse(found.snapshot) as CaseSnapshot),
    readOnly: known === null,
    newestPolicy: policy.version,
    tierPolicy,
    lead,
    isLead: joined,
    createdDay: found.createdDay,
    today: facts.day,
    itemCount: found.lastSeq,
    receiptKey: found.receiptKey,
    dues: found.dues.map(({ duty, day }) => ({ duty, day })),
    compartments: found.compartments.map(({ wraps, caseId: _case, ...compartment }) => ({
      ...compartment,
      wrap: wraps.find((wrap) => wrap.personId === me.id && wrap.layer === 1)?.sealed ?? null,
      outer: outerOf(wraps.find((wrap) => wrap.personId === me.id && wrap.layer === 2)),
      holders: wraps.filter((wrap) => wrap.layer === 1).map((wrap) => wrap.personId),
    })),
    items: found.items.map((item) => ({
      id: item.id,
      compartment: item.compartmentId,
      seq: item.seq,
      kind: item.kind,
      author: item.author,
      armored: item.armored,
      digest: item.digest,
      day: item.day,
      reply: item.reply,
    })),
    acts: found.acts.map(({ seq, event, actor, role, day, text, digest, signature }) => ({
      seq,
      event,
      actor,
      role,
      day,
      text,
      digest,
      signature,
    })),
    /** The end of the chain, which the next act names. */
    last: last ? { seq: last.seq, digest: last.digest, day: last.day } : null,
    members: found.accesses.map(({ personId, scope }) => ({ person: personId, scope: scopeOf(scope) })),
    /** People on the case to whose key nothing new can be sealed, and whether too few are left who can read what comes. */
    unusable,
    tooFewReaders: unusable.length > 0 && facts.validRecipientKeys < LEAST_READERS,
    open,
    blocked,
    milestones: known ? milestones(known, facts.day, facts) : [],
    /** What was made public of the case, by its number among the published texts. */
    published: await publishedOf(found.id),
  };
}

/** The case that this one was joined to, for those who have that one too. */
async function findLead(me: SignedInPerson, id: string) {
  const where = { id, accesses: isInside(me.id) };
  return database().case.findFirst({ where, select: { id: true, reference: true } });
}

/** The first layer around the reporter's identity, and who takes off the second. */
function outerOf(wrap: { sealed: string; secondId: string | null } | undefined) {
  return wrap?.secondId ? { sealed: wrap.sealed, second: wrap.secondId } : null;
}

/** Notes how far a person has read; others do not see it, and the reporter least of all. */
export async function markRead(me: SignedInPerson, caseId: string | undefined, seq: number) {
  const of = { personId: me.id, caseId: caseId ?? "" };
  await database().$transaction(async (tx) => {
    const { count } = await tx.access.updateMany({ where: of, data: { readSeq: seq } });
    if (count === 0) throw notFound();
    await markNoticesRead(tx, of);
  });
}
