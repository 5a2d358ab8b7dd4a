import type { ActorId, ActorRole } from "../roles";
import type { Check, Guard } from "./check";

export function isStaff(actor: ActorId): boolean {
  return actor !== "reporter" && actor !== "system";
}

const hasRole: Check = {
  rule: "notYourRole",
  holds: (_context, { actor, role, facts }, { by }) => {
    if (!by.includes(role)) return false;
    if (!isStaff(actor)) return actor === role;
    return facts.directory.some(
      (entry) => entry.person === actor && entry.roles.some((held: ActorRole) => held === role),
    );
  },
};

/** An administrator sees no case; the two things they can say about a key need none. */
const hasAccess: Check = {
  rule: "noAccess",
  holds: (_context, { actor, role, facts }) =>
    !isStaff(actor) || role === "administrator" || facts.access.includes(actor),
};

const isUnrecused: Check = {
  rule: "recused",
  holds: (context, { actor }) => !context.recused.includes(actor),
};

const hasDeclared: Check = {
  rule: "noConflictDeclaration",
  holds: (context, { actor, role }) => !isStaff(actor) || role === "administrator" || context.declared.includes(actor),
};

/** Stands before every row: the role is the row's and the actor's, and a person of the office holds the case's keys and is not recused. */
export const G_ACTOR: Guard = [hasRole, hasAccess, isUnrecused];

/** Stands before every row of the regions beside the procedure, but for the deletion: what is archived rests. */
export const G_LIVE: Guard = [{ rule: "archivedCase", holds: ({ at }) => at.procedure !== "archived" }];

/** The actor has declared for this case that no conflict of interest exists, and is not recused. */
export const G_COI: Guard = [isUnrecused, hasDeclared];

/** One declaration is enough; a second would only blur when the first was made. */
export const G_UNDECLARED: Guard = [
  { rule: "alreadyDeclared", holds: (context, { actor }) => !context.declared.includes(actor) },
];

/** An authority's contact brings its own answer; an officer who enters one has declared no conflict. */
export const declaredOrOutside: Check = {
  rule: "noConflictDeclaration",
  holds: (context, { actor, role }) => role === "liaison" || !isStaff(actor) || context.declared.includes(actor),
};
