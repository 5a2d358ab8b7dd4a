import type { CaseContext } from "../context";
import { type CaseEvent, listCode, textCode } from "../events";
import type { DirectoryFact, Facts } from "../facts";
import { isCaseRole, type Role } from "../roles";
import type { Check, Guard } from "./check";

/** An assignment names an investigator; a grant says for which role the keys are given. Other acts name nobody. */
function targetRole({ type, codes }: CaseEvent): Role | null {
  if (type === "investigator.assign") return "investigator";
  return isCaseRole(codes.role) ? codes.role : null;
}

const isKnown: Check = {
  rule: "unknownPerson",
  need: ({ type }) => (type === "investigator.assign" ? "person:investigator" : "person"),
  holds: (_context: CaseContext, event: CaseEvent) => {
    const [person, role] = [textCode(event.codes, "person"), targetRole(event)];
    if (person === null || role === null) return false;
    return event.facts.directory.some((entry) => entry.person === person && entry.roles.includes(role));
  },
};

/** A person whom the reporter struck out, or who stepped aside, never receives a key again. */
const isUnrecusedTarget: Check = {
  rule: "targetRecused",
  holds: ({ recused }, { codes }) => !recused.includes(textCode(codes, "person") ?? ""),
};

/**
 * Everybody to whom the arrival is sealed has a valid key, and somebody has. One is enough: a reporter who strikes
 * everyone but one person out is not turned away, and the case waits until that person brings in a second.
 */
export const G_KEY: Guard = [
  {
    rule: "noKey",
    holds: (_context, { facts }) =>
      facts.validRecipientKeys >= Math.max(1, ...facts.items.map(({ recipients }) => recipients)),
  },
];

/** The person who is to receive keys is in the office's directory in that role, with a valid key, and is not recused. */
export const G_TARGET: Guard = [isKnown, isUnrecusedTarget];

/** What is put to an authority goes to one of its contacts: certified in that role, not recused, and able to read it. */
export const G_PACKAGE: Guard = [
  {
    rule: "unknownPerson",
    need: () => "person:liaison",
    holds: (_context, { codes, facts }) =>
      facts.directory.some(({ person, roles }) => person === codes.person && roles.includes("liaison")),
  },
  isUnrecusedTarget,
  {
    rule: "noPackage",
    need: () => "package",
    holds: (_context, { actor, facts }) =>
      facts.items.some(
        ({ kind, compartment, signedBy }) => kind === "package" && compartment === "respondent" && signedBy === actor,
      ),
  },
];

/** People on the case, in a role of the office, whose key can be used. */
function readersOf({ directory, access }: Facts): DirectoryFact[] {
  return directory.filter(({ person, roles }) => access.includes(person) && roles.some(isCaseRole));
}

/** Whether the case would wait for one of these people: it is assigned to them, or nobody else on it has one of their roles. */
function areAwaited({ assigned }: CaseContext, facts: Facts, people: readonly string[]): boolean {
  const isNamed = ({ person }: { person: string }) => people.includes(person);
  const readers = readersOf(facts);
  const left = readers.filter((reader) => !isNamed(reader)).flatMap(({ roles }) => roles);
  const gone = readers.filter(isNamed).flatMap(({ roles }) => roles.filter(isCaseRole));
  return assigned.some(isNamed) || gone.some((role) => !left.includes(role));
}

/** Fewer people than two would leave a case that one lost key makes unreadable. */
export const LEAST_READERS = 2;

/** Named people lose the case's keys: not whoever says so, never so many that fewer than two can read, and nobody it waits for in silence. */
export const G_NARROW: Guard = [
  {
    rule: "unknownPerson",
    need: () => "people",
    holds: (_context, { codes, facts }) => {
      const people = listCode(codes, "people");
      return people.length > 0 && people.every((person) => facts.access.includes(person));
    },
  },
  {
    rule: "samePerson",
    need: () => "people",
    holds: (_context, { actor, codes }) => !listCode(codes, "people").includes(actor),
  },
  {
    rule: "tooFewReaders",
    need: () => "people",
    holds: (_context, { codes, facts }) => {
      const gone = readersOf(facts).filter(({ person }) => listCode(codes, "people").includes(person));
      return facts.validRecipientKeys - gone.length >= LEAST_READERS;
    },
  },
  {
    rule: "removesNext",
    need: () => "people",
    holds: (context, { codes, facts }) =>
      !areAwaited(context, facts, listCode(codes, "people")) || listCode(codes, "attest").includes("REMOVES_NEXT"),
  },
];

/** The arrival holds a well-formed sealed report that somebody can open. */
export const G_CT: Guard = [
  {
    rule: "noReport",
    holds: (_context, { facts }) =>
      facts.items.some(
        ({ compartment, recipients }) =>
          (compartment === "correspondence" || compartment === "bare") && recipients >= 1,
      ),
  },
];

/** The actor holds the first of the two layers around the reporter's identity; the second person takes off the other. */
export const G_CUSTODIAN: Guard = [
  { rule: "notCustodian", holds: (_context, { actor, facts }) => facts.custodians.includes(actor) },
];
