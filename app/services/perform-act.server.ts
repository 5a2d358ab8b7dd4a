import { z } from "zod";
import { now, today } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { notFound, Problem } from "~/platform/problems.server";
import { digestOf } from "~/platform/secrets.server";
import { type Act, verifyAct } from "~crypto/acts";
import { restore } from "~workflows";
import { addCompartments, addWraps, type GrantedKeys, grantAccess, requireGrantable } from "./case-access.server";
import { establishFacts } from "./case-facts.server";
import { actedFirst, requireCurrentCompartments, requireSealedItems } from "./case-items.server";
import { type NewItem, recordAct } from "./case-record.server";
import { stepOrRefuse } from "./procedure.server";
import {
  armoredMessage,
  armoredPublicKey,
  armoredSignature,
  COMPARTMENTS,
  digest,
  fingerprint,
  id,
  parts,
  ROLES,
  wrap,
} from "./schemas.server";
import type { SignedInPerson } from "./sign-in.server";
import { attachParts } from "./store-part.server";

const codeValue: z.ZodType<Act["codes"][string]> = z.lazy(() =>
  z.union([
    z.string().max(2000),
    z.number().int(),
    z.boolean(),
    z.null(),
    z.array(codeValue).max(100),
    z.record(z.string().max(60), codeValue),
  ]),
);

/** One signed act with all it brings: sealed items, wraps for people, new compartments, parts of files. */
export const actSchema = z.object({
  act: z.object({
    v: z.literal(1),
    case: id,
    seq: z.number().int().min(0),
    event: z.string().max(60),
    codes: z.record(z.string().max(60), codeValue),
    itemDigests: z.array(digest).max(520),
    prevAct: z.union([digest, z.literal("")]),
    day: z.string().regex(/^\d{4}-\d\d-\d\d$/),
    actor: id,
    role: z.enum(ROLES),
  }),
  signature: armoredSignature,
  version: z.number().int(),
  items: z
    .array(
      z.object({
        id,
        compartment: id,
        seq: z.number().int().min(0),
        kind: z.string().regex(/^[a-z]{2,20}$/),
        armored: armoredMessage,
        reply: armoredMessage.optional(),
      }),
    )
    .max(510),
  compartments: z
    .array(
      z.object({
        id,
        type: z.enum(COMPARTMENTS),
        epoch: z.number().int().min(1),
        publicKey: armoredPublicKey,
        fingerprint,
        receiptWrap: armoredMessage.nullish(),
        wraps: z.array(wrap).min(1).max(50),
      }),
    )
    .max(4)
    .default([]),
  wraps: z
    .array(z.object({ compartment: id, person: id, sealed: armoredMessage }))
    .max(200)
    .default([]),
  parts: parts.default([]),
});
export type SignedAct = z.infer<typeof actSchema>;

/**
 * Performs one act of a person on a case: checks the signature and the chain, asks the procedure, and writes everything
 * or nothing.
 *
 * Errors: Problem 404 for a case that is not the person's, 409 when somebody acted first, 422 with the rule that stands in the way,
 * 400 for what is not signed or sealed as it should be.
 */
export async function performAct(
  me: SignedInPerson,
  caseId: string | undefined,
  input: SignedAct,
): Promise<{ version: number; state: string }> {
  const db = database();
  const current = await db.case.findFirst({ where: { id: caseId ?? "", accesses: { some: { personId: me.id } } } });
  if (!current || input.act.case !== current.id) throw notFound();
  if (current.version !== input.version) throw actedFirst();
  const act = input.act as Act;
  await requireSignature(me, act, input.signature);
  const last = await db.act.findFirst({ where: { caseId: current.id }, orderBy: { seq: "desc" } });
  if (act.seq !== (last ? last.seq + 1 : 0) || act.prevAct !== (last?.digest ?? "")) throw actedFirst();
  requireDay(act.day, last?.day ?? "");
  requireDigests(act, input.items);
  requireNamedKeys(act, input.compartments);
  const keys: GrantedKeys = { compartments: input.compartments, wraps: input.wraps };
  const compartments = await requireCurrentCompartments(current.id, keys);
  await requireSealedItems(input.items, compartments);
  const items: NewItem[] = input.items.map(({ compartment, ...item }) => ({
    ...item,
    compartmentId: compartment,
    author: me.id,
  }));
  const facts = await establishFacts(current.id, itemFacts(me, items, compartments), []);
  const { snapshot, state, effects } = stepOrRefuse(restore(JSON.parse(current.snapshot)), {
    type: act.event as Parameters<typeof stepOrRefuse>[1]["type"],
    actor: me.id,
    role: input.act.role,
    codes: act.codes,
    facts: { ...facts, day: act.day },
  });
  await requireGrantable(
    current.id,
    keys,
    snapshot.context.recused,
    effects,
    act.event === "identity.release" ? me.id : null,
  );
  await db.$transaction(async (tx) => {
    await recordAct(
      tx,
      current.version,
      act,
      input.signature,
      { snapshot, state, tier: snapshot.context.tier, effects },
      items,
      () => addCompartments(tx, current.id, keys),
    );
    await addWraps(tx, current.id, keys, snapshot.context.recused);
    await grantAccess(tx, current.id, effects);
    await attachParts(tx, current.id, input.parts);
  });
  return { version: current.version + 1, state };
}

async function requireSignature(me: SignedInPerson, act: Act, signature: string) {
  const person = await database().person.findUniqueOrThrow({ where: { id: me.id } });
  const fits = act.actor === me.id && me.roles.includes(act.role);
  const valid =
    fits &&
    (await verifyAct({ act, signature, publicKey: person.publicKey, now: now() }).then(
      () => true,
      () => false,
    ));
  if (!valid)
    throw new Problem(
      400,
      "The act is not signed with your key for a role that you hold, so nothing was stored. Unlock your key again and send it once more.",
      { rule: "badSignature" },
    );
}

/** An act bears today's date, or yesterday's just after midnight, and never one before the act before it. */
function requireDay(day: string, lastDay: string) {
  const yesterday = new Date(now().getTime() - 86_400_000).toISOString().slice(0, 10);
  if ((day !== today() && day !== yesterday) || day < lastDay) {
    throw new Problem(
      400,
      "The act does not bear today's date, so nothing was stored. Reload the page and try again.",
      { rule: "wrongDay" },
    );
  }
}

function requireDigests(act: Act, items: SignedAct["items"]) {
  const digests = items.map((item) => digestOf(item.armored));
  if (digests.join() !== act.itemDigests.join())
    throw new Problem(400, "What was signed is not what was sent, so nothing was stored. Send it again.", {
      rule: "badDigests",
    });
}

/** The keys that an act brings are named in what is signed, so that nobody can slip in one of their own later. */
function requireNamedKeys(act: Act, compartments: SignedAct["compartments"]) {
  const named = Array.isArray(act.codes.keys) ? act.codes.keys : [];
  if (named.join() !== compartments.map((compartment) => compartment.fingerprint).join()) {
    throw new Problem(400, "The act does not name the keys that it brings, so nothing was stored. Send it again.", {
      rule: "badDigests",
    });
  }
}

function itemFacts(
  me: SignedInPerson,
  items: NewItem[],
  compartments: Awaited<ReturnType<typeof requireCurrentCompartments>>,
) {
  return items.map((item) => {
    const compartment = compartments.find((candidate) => candidate.id === item.compartmentId);
    return {
      digest: digestOf(item.armored),
      kind: item.kind,
      compartment: (compartment?.type ?? "bare") as "deliberation",
      signedBy: me.id,
      recipients: compartment?.holders.length ?? 0,
    };
  });
}
