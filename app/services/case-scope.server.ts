import { type Effect, ROLES, type Role } from "~workflows";

/** What a person is given of a case: all that is not sealed to others by name, or what is put to an authority alone. */
export type Scope = "case" | "respondent";

/** Compartments of which an authority's contact can hold keys. */
export const OUTSIDE = "respondent";

/** Which of their roles a person has on a case: an authority's contact speaks for the authority, and nobody else does. */
export function rolesOn(scope: Scope, roles: readonly string[]): Role[] {
  return ROLES.filter((role) => roles.includes(role) && (role === "liaison") === (scope === OUTSIDE));
}

/** The condition that a person is on a case as somebody of the office. */
export function isInside(personId: string) {
  return { some: { personId, scope: "case" } };
}

/** Who gains access by an act, and to what: a contact gets what is put to the authority, whoever was on the case keeps it. */
export function grantsOf(effects: readonly Effect[]): { person: string; scope: Scope }[] {
  return effects.flatMap((effect) => {
    if (effect.type === "assign") return [{ person: effect.person, scope: "case" as const }];
    if (effect.type !== "grant") return [];
    return [{ person: effect.person, scope: effect.role === "liaison" ? OUTSIDE : "case" }];
  });
}

/** Everybody who can be given keys after an act, and of what. People whom the act recuses are not among them. */
export function readersAfter(
  access: readonly { personId: string; scope: string }[],
  effects: readonly Effect[],
  recused: readonly string[],
): Map<string, Scope> {
  const readers = new Map<string, Scope>(access.map(({ personId, scope }) => [personId, scopeOf(scope)]));
  for (const { person, scope } of grantsOf(effects)) if (readers.get(person) !== "case") readers.set(person, scope);
  for (const person of recused) readers.delete(person);
  return readers;
}

/** A stored scope; one that nobody knows gives the least. */
export function scopeOf(stored: string | undefined): Scope {
  return stored === "case" ? "case" : OUTSIDE;
}
