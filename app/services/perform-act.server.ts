import { database } from "~/platform/database.server";
import { notFound } from "~/platform/problems.server";
import type { Act } from "~crypto/acts";
import { requireDay, requireDigests, requireEvent, requireNamedKeys, requireSignature } from "./act-checks.server";
import { itemFacts, requireLead, requirePolicy } from "./act-facts.server";
import type { SignedAct } from "./act-schema.server";
import { addCompartments, addWraps, type GrantedKeys, grantAccess, requireGrantable } from "./case-access.server";
import { establishFacts } from "./case-facts.server";
import { actedFirst, requireCurrentCompartments, requireSealedItems } from "./case-items.server";
import { type NewItem, recordAct } from "./case-record.server";
import { grantsOf, scopeOf } from "./case-scope.server";
import { closeJoined } from "./joined-cases.server";
import { requireOwnVoice, withinReach } from "./liaison-act.server";
import { requireStillHere } from "./people/still-here.server";
import { restoreOrRefuse, stepOrRefuse } from "./procedure.server";
import { checkText } from "./published/check-text.server";
import { publishText } from "./published/publish-text.server";
import type { SignedInPerson } from "./sign-in.server";
import { attachParts } from "./store-part.server";

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
  const current = await db.case.findFirst({
    where: { id: caseId ?? "", accesses: { some: { personId: me.id } } },
    include: { accesses: { where: { personId: me.id }, select: { scope: true } } },
  });
  if (!current || input.act.case !== current.id) throw notFound();
  const scope = scopeOf(current.accesses[0]?.scope);
  if (current.version !== input.version) throw actedFirst();
  const act = input.act as Act;
  const signed = await requireSignature(me, act, input.signature);
  const last = await db.act.findFirst({ where: { caseId: current.id }, orderBy: { seq: "desc" } });
  if (act.seq !== (last ? last.seq + 1 : 0) || act.prevAct !== (last?.digest ?? "")) throw actedFirst();
  await requireDay(act.day, last?.day ?? "");
  requireDigests(act, input.items);
  requireNamedKeys(act, input.compartments);
  requireOwnVoice(me, scope, input);
  const keys: GrantedKeys = { compartments: input.compartments, wraps: input.wraps };
  const compartments = withinReach(scope, await requireCurrentCompartments(current.id, keys));
  await requireSealedItems(input.items, compartments);
  const items: NewItem[] = input.items.map(({ compartment, ...item }) => ({
    ...item,
    compartmentId: compartment,
    author: me.id,
  }));
  const policy = await requirePolicy(act);
  const published = await checkText(act.event, input.statement);
  const facts = await establishFacts(current.id, itemFacts(me, items, compartments), [], {
    lead: await requireLead(me, act.codes.lead),
    renewed: input.compartments.map(({ type }) => type),
    policy,
    published: published?.digest ?? null,
  });
  const { snapshot, state, effects } = stepOrRefuse(restoreOrRefuse(current.snapshot), {
    type: requireEvent(act.event),
    actor: me.id,
    role: input.act.role,
    codes: act.codes,
    facts: { ...facts, day: act.day },
  });
  await requireGrantable(
    current.id,
    keys,
    facts.directory,
    snapshot.context.recused,
    effects,
    act.event === "identity.release" ? me.id : null,
  );
  await db.$transaction(async (tx) => {
    // Whoever gains access by this act is told of it, so the keys come before the effects.
    await recordAct(tx, current.version, act, input.signature, { snapshot, state, effects }, items, async () => {
      await requireStillHere(tx, signed, grantsOf(effects));
      await addCompartments(tx, current.id, keys);
      await addWraps(tx, current.id, keys, snapshot.context.recused);
      await grantAccess(tx, current.id, effects);
    });
    await attachParts(tx, current.id, input.parts);
    if (published) await publishText(tx, act.event, published, act.day);
  });
  if (effects.some(({ type }) => type === "leadClosed")) await closeJoined(current.id);
  return { version: current.version + 1, state };
}
