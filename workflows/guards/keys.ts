import type { CaseContext } from "../context";
import type { CaseEvent } from "../events";
import { textCode } from "../events";
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
