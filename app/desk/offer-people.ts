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
  const insiders = record.members.filter(({ scope }) => scope !== "respondent").map(({ person }) => person);
  // An investigator may have access already; a grant is for people who have none, and what is put to an authority for outsiders.
  const kept = act.event === "access.grant" ? members : act.event === "package.send" ? insiders : [];
  const newcomers = fitting.filter(({ person }) => !kept.includes(person));
  const people = newcomers.filter(({ person }) => !out.includes(person));
  return { people, keptOut: newcomers.length - people.length };
}

/** The roles in which an act can bring in this person. */
export function offerRoles(act: OpenAct, colleague: Colleague | null): Role[] {
  if (!colleague) return [];
  if (act.event === "investigator.assign") return colleague.roles.filter((role) => role === "investigator");
  if (act.event === "package.send") return colleague.roles.filter((role) => role === "liaison");
  return CASE_ROLES.filter((role) => isCaseRole(role) && colleague.roles.includes(role));
}

/** Whom a conflict can be alleged against: people on the case first. Nobody alleges their own, they declare it; and who is out is out. */
export function offerAlleged(
  record: CaseRecord,
  directory: readonly Colleague[],
  me: string,
): { onCase: Colleague[]; others: Colleague[] } {
  const { recused } = record.snapshot.context;
  const people = directory.filter(({ person }) => person !== me && !recused.includes(person));
  const isOnCase = ({ person }: Colleague) => record.members.some((member) => member.person === person);
  return { onCase: people.filter(isOnCase), others: people.filter((colleague) => !isOnCase(colleague)) };
}
