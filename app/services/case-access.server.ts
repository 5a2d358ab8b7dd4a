import { database, type Transaction } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { newId } from "~/platform/secrets.server";
import { requireAddressedTo } from "~crypto/addressed";
import type { DirectoryFact, Effect } from "~workflows";
import { grantsOf, OUTSIDE, readersAfter, type Scope } from "./case-scope.server";
import { sortKey, standingOf } from "./queue-place.server";

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

/**
 * Keys go to people who hold access already or gain it by this very act, never to a recused one, and every wrap is
 * addressed to the person it names. Whoever gains access gets every key of what they are given: of the case, or of what
 * is put to the authority. An authority's contact gets no other key, in whatever act it comes.
 *
 * Errors: Problem 422 with the rule, also where a person's key has ended, was revoked or is not certified; 400 for a wrap addressed to
 *         somebody else.
 */
export async function requireGrantable(
  caseId: string,
  keys: GrantedKeys,
  directory: readonly DirectoryFact[],
  recused: readonly string[],
  effects: readonly Effect[],
  releasedBy: string | null,
) {
  const db = database();
  const [access, compartments] = await Promise.all([
    db.access.findMany({ where: { caseId }, select: { personId: true, scope: true } }),
    db.compartment.findMany({
      where: { caseId },
      include: { wraps: { select: { personId: true, layer: true, secondId: true } } },
    }),
  ]);
  const readers = readersAfter(access, effects, recused);
  const wraps = typedWraps(keys, compartments);
  const people = await db.person.findMany({
    where: { id: { in: wraps.map((entry) => entry.person) }, state: "active" },
    select: { id: true, keyIds: true },
  });
  for (const entry of wraps) {
    const person = people.find((candidate) => candidate.id === entry.person);
    const scope = readers.get(entry.person);
    if (!person || scope === undefined || !reaches(scope, entry.type))
      throw new Problem(422, "A key would go to somebody who may not have it, so nothing was stored.", {
        rule: "noAccess",
      });
    if (!directory.some((one) => one.person === entry.person))
      throw new Problem(
        422,
        "The key of one of these people cannot be used any more, so nothing was stored. Reload the page and send it again.",
        { rule: "keyNotUsable" },
      );
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
  for (const { person } of grantsOf(effects)) requireKeys(person, readers.get(person), keys, compartments);
}

/** Every wrap that an act brings, with the kind of compartment that it opens; none for one that the case does not have. */
function typedWraps(keys: GrantedKeys, compartments: readonly { id: string; type: string }[]) {
  const stored = new Map(compartments.map(({ id, type }) => [id, type]));
  return [
    ...keys.wraps.map((entry) => ({ ...entry, type: stored.get(entry.compartment) ?? "" })),
    ...keys.compartments.flatMap(({ type, wraps }) => wraps.map((entry) => ({ ...entry, type }))),
  ];
}

/** Whether somebody with this scope can be given the key of such a compartment at all. */
function reaches(scope: Scope, type: string): boolean {
  return type !== ORIGINALS && (scope === "case" || type === OUTSIDE);
}

/** Nobody is put on a case without the keys to read it; and what is put to an authority is sealed to its contact. */
function requireKeys(
  person: string,
  scope: Scope | undefined,
  keys: GrantedKeys,
  compartments: readonly { id: string; type: string; wraps: { personId: string }[] }[],
) {
  const isTheirs = ({ type }: { type: string }) => !PERSONAL.includes(type) && reaches(scope ?? "case", type);
  const isGiven = (id: string) => keys.wraps.some((entry) => entry.compartment === id && entry.person === person);
  const isMissing =
    compartments.some(
      (one) => isTheirs(one) && !one.wraps.some(({ personId }) => personId === person) && !isGiven(one.id),
    ) ||
    keys.compartments.some(({ type, wraps }) => type === OUTSIDE && !wraps.some((entry) => entry.person === person));
  if (isMissing)
    throw new Problem(
      422,
      "The person would be put on the case without its keys, so nothing was stored. Reload the page and try again.",
      { rule: "noKey" },
    );
}

/** Files as the reporter had them: for those whom the reporter's browser drew, and nobody whom they bring in. */
const ORIGINALS = "originals";
/** Compartments whose keys are not handed on with the case. */
const PERSONAL = ["bare", "identity", ORIGINALS];

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

/** Puts a case on the list of those who gained access by an act. Nobody who is on the whole case becomes an outsider by it. */
export async function grantAccess(tx: Transaction, caseId: string, effects: readonly Effect[]) {
  const { dueDay, state } = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { dueDay: true, state: true },
  });
  for (const { person: personId, scope } of grantsOf(effects)) {
    const key = { personId, caseId };
    await tx.access.upsert({
      where: { personId_caseId: key },
      create: { ...key, scope, sort: sortKey(dueDay, caseId), standing: standingOf(state) },
      update: scope === "case" ? { scope } : {},
    });
  }
}
