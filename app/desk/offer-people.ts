import { CASE_ROLES, isCaseRole } from "~workflows/roles";
import type { CaseRecord, Colleague, OpenAct, Role } from "./records";

/**
 * Whom an act can bring into a case.
 *
 * Shape: people whom the reporter struck out or who are recused are not offered; `keptOut` counts those who would fit otherwise.
 */
export function offerPeople(
  act: OpenAct,
  record: CaseRecord,
  directory: readonly Colleague[],
  struck: readonly string[],
): { people: Colleague[]; keptOut: number } {
  const fitting = directory.filter((colleague) => offerRoles(act, colleague).length > 0);
  const members = record.members.map(({ person }) => person);
  const out = [...record.snapshot.context.recused, ...struck];
  // An investigator may have access already; a grant is for people who have none.
  const newcomers = act.event === "access.grant" ? fitting.filter(({ person }) => !members.includes(person)) : fitting;
  const people = newcomers.filter(({ person }) => !out.includes(person));
  return { people, keptOut: newcomers.length - people.length };
}

/** The roles in which an act can bring in this person. */
export function offerRoles(act: OpenAct, colleague: Colleague | null): Role[] {
  if (!colleague) return [];
  if (act.event === "investigator.assign") return colleague.roles.filter((role) => role === "investigator");
  return CASE_ROLES.filter((role) => isCaseRole(role) && colleague.roles.includes(role));
}
