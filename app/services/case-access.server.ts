import { database, type Transaction } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { newId } from "~/platform/secrets.server";
import { requireAddressedTo } from "~crypto/addressed";
import type { Effect } from "~workflows";
import { sortKey, standingOf } from "./case-record.server";

/** The keys that an act hands out: new compartments with their wraps, and wraps of those that exist. */
export interface GrantedKeys {
  compartments: {
    id: string;
    type: string;
    epoch: number;
    publicKey: string;
    fingerprint: string;
    receiptWrap?: string | null | undefined;
    wraps: { person: string; sealed: string }[];
  }[];
  wraps: { compartment: string; person: string; sealed: string }[];
}

/** Who gains access by an act, as the procedure said. */
export function grantedPeople(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) => (effect.type === "grant" || effect.type === "assign" ? [effect.person] : []));
}

/**
 * Keys go to people who hold access already or gain it by this very act, never to a recused one, and every wrap is
 * addressed to the person it names. Whoever gains access gets the conversation's key with it.
 *
 * Errors: Problem 422 with the rule, 400 for a wrap addressed to somebody else.
 */
export async function requireGrantable(
  caseId: string,
  keys: GrantedKeys,
  recused: readonly string[],
  effects: readonly Effect[],
  releasedBy: string | null,
) {
  const db = database();
  const granted = grantedPeople(effects);
  const [access, compartments] = await Promise.all([
    db.access.findMany({ where: { caseId }, select: { personId: true } }),
    db.compartment.findMany({
      where: { caseId },
      include: { wraps: { select: { personId: true, layer: true, secondId: true } } },
    }),
  ]);
  const allowed = new Set(
    [...access.map((row) => row.personId), ...granted].filter((person) => !recused.includes(person)),
  );
  const wraps = [...keys.wraps, ...keys.compartments.flatMap((compartment) => compartment.wraps)];
  const people = await db.person.findMany({
    where: { id: { in: wraps.map((entry) => entry.person) }, state: "active" },
    select: { id: true, keyIds: true },
  });
  for (const entry of wraps) {
    const person = people.find((candidate) => candidate.id === entry.person);
    if (!person || !allowed.has(entry.person))
      throw new Problem(422, "A key would go to somebody who may not have it, so nothing was stored.", {
        rule: "noAccess",
      });
    await requireAddressedTo(entry.sealed, JSON.parse(person.keyIds) as string[]).catch(() => {
      throw new Problem(400, "A key is not sealed to the person it names, so nothing was stored.", {
        rule: "notSealed",
      });
    });
  }
  requireIdentityRule(keys, compartments, releasedBy);
  if (keys.wraps.some((entry) => !compartments.some((compartment) => compartment.id === entry.compartment))) {
    throw new Problem(400, "A key belongs to another case, so nothing was stored.");
  }
  for (const person of granted) {
    const holds = (id: string, held: string[]) =>
      held.includes(person) || keys.wraps.some((entry) => entry.compartment === id && entry.person === person);
    const missing = compartments.filter(
      (compartment) =>
        !PERSONAL.includes(compartment.type) &&
        !holds(
          compartment.id,
          compartment.wraps.map((entry) => entry.personId),
        ),
    );
    if (missing.length > 0)
      throw new Problem(
        422,
        "The person would be put on the case without its keys, so nothing was stored. Reload the page and try again.",
        { rule: "noKey" },
      );
  }
}

/** Compartments whose keys are not handed on with the case. */
const PERSONAL = ["bare", "identity"];

/**
 * The key to who the reporter is moves by one act only: the custodian who holds the first layer passes what is under it
 * to the very person whom the reporter's browser chose as the second.
 */
function requireIdentityRule(
  keys: GrantedKeys,
  compartments: { id: string; type: string; wraps: { personId: string; layer: number; secondId: string | null }[] }[],
  releasedBy: string | null,
) {
  const identity = compartments.filter((compartment) => compartment.type === "identity");
  const passed = keys.wraps.filter((entry) => identity.some((compartment) => compartment.id === entry.compartment));
  const outer = identity.flatMap((compartment) => compartment.wraps).filter((one) => one.layer === 2);
  const isMine = outer.some((one) => one.personId === releasedBy && one.secondId === passed[0]?.person);
  const isRule = releasedBy === null ? passed.length === 0 : passed.length === 1 && isMine;
  if (!isRule || keys.compartments.some((compartment) => compartment.type === "identity")) {
    throw new Problem(
      422,
      "The key to the reporter's identity would go to somebody else than the second person, so nothing was stored.",
      { rule: "notCustodian" },
    );
  }
}

/** Writes new compartments with their wraps; an older epoch of the same kind stays readable for those who hold it. */
export async function addCompartments(tx: Transaction, caseId: string, keys: GrantedKeys) {
  for (const { wraps, receiptWrap, ...compartment } of keys.compartments) {
    await tx.compartment.create({ data: { ...compartment, caseId, receiptWrap: receiptWrap ?? null } });
    await tx.wrap.createMany({
      data: wraps.map((entry) => ({
        id: newId(),
        caseId,
        compartmentId: compartment.id,
        personId: entry.person,
        sealed: entry.sealed,
      })),
    });
  }
}

/** Writes wraps of existing compartments, once a person; people recused by the same act get none. */
export async function addWraps(tx: Transaction, caseId: string, keys: GrantedKeys, recused: readonly string[]) {
  for (const { compartment: compartmentId, person: personId, sealed } of keys.wraps) {
    if (recused.includes(personId)) continue;
    const key = { compartmentId, personId, layer: 1 };
    await tx.wrap.upsert({
      where: { compartmentId_personId_layer: key },
      create: { id: newId(), caseId, ...key, sealed },
      update: {},
    });
  }
}

/** Puts a case on the list of those who gained access by an act. */
export async function grantAccess(tx: Transaction, caseId: string, effects: readonly Effect[]) {
  const { dueDay, state } = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { dueDay: true, state: true },
  });
  for (const personId of grantedPeople(effects)) {
    const key = { personId, caseId };
    await tx.access.upsert({
      where: { personId_caseId: key },
      create: { ...key, sort: sortKey(dueDay, caseId), standing: standingOf(state) },
      update: {},
    });
  }
}
