import { today } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { notFound } from "~/platform/problems.server";
import { milestones, openActs, type Role, restore } from "~workflows";
import { establishFacts } from "./case-facts.server";
import type { SignedInPerson } from "./sign-in.server";

/** Everything about a case that a person on it needs: ciphertext, wraps, acts, dates, and what they may do now. */
export async function readCase(me: SignedInPerson, caseId: string | undefined) {
  const found = await database().case.findFirst({
    where: { id: caseId ?? "", accesses: { some: { personId: me.id } } },
    include: {
      compartments: {
        orderBy: [{ type: "asc" }, { epoch: "asc" }],
        include: { wraps: { select: { personId: true, sealed: true, layer: true, secondId: true } } },
      },
      items: { orderBy: [{ day: "asc" }, { seq: "asc" }] },
      acts: { orderBy: { seq: "asc" } },
      dues: { orderBy: { day: "asc" } },
      accesses: { select: { personId: true } },
    },
  });
  if (!found) throw notFound();
  const snapshot = restore(JSON.parse(found.snapshot));
  const facts = await establishFacts(found.id);
  const { open, blocked } = openActs(snapshot, { person: me.id, roles: me.roles as Role[] }, facts);
  return {
    case: found.id,
    reference: found.reference,
    kind: found.kind,
    channel: found.channel,
    state: found.state,
    tier: found.tier,
    urgent: found.urgent,
    version: found.version,
    snapshot,
    createdDay: found.createdDay,
    today: today(),
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
    members: found.accesses.map((access) => ({ person: access.personId })),
    open,
    blocked,
    milestones: milestones(snapshot, today()),
  };
}

/** The first layer around the reporter's identity, and who takes off the second. */
function outerOf(wrap: { sealed: string; secondId: string | null } | undefined) {
  return wrap?.secondId ? { sealed: wrap.sealed, second: wrap.secondId } : null;
}

/** Notes how far a person has read; others do not see it, and the reporter least of all. */
export async function markRead(me: SignedInPerson, caseId: string | undefined, seq: number) {
  const { count } = await database().access.updateMany({
    where: { personId: me.id, caseId: caseId ?? "" },
    data: { readSeq: seq },
  });
  if (count === 0) throw notFound();
}
