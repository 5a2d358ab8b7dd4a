import type { Allegation } from "~workflows";
import type { CaseRecord, Colleague, EventType } from "./records";

type Known = Pick<CaseRecord, "snapshot">;

/** The allegation that a proposal is about, by its number; null where nothing is proposed or it is about none. */
export function proposedAllegation({ snapshot }: Known, answer: EventType): string | null {
  const named = snapshot.context.proposals[answer]?.codes.allegation;
  return typeof named === "string" ? named : null;
}

/** Open allegations that a step can be about: all of them for an answer, those in the reporter's words for saying who is meant. */
export function allegationsFor({ snapshot }: Known, event: EventType): readonly Allegation[] {
  const { allegations } = snapshot.context;
  return event === "conflict.allege" ? allegations.filter(({ person }) => person === null) : allegations;
}

type Members = Pick<CaseRecord, "members" | "snapshot">;

/** Whom the ombudsperson can take off the case: people of the office who are on it, but for whoever does so. */
export function offerToTakeOff({ members }: Members, directory: readonly Colleague[], me: string): Colleague[] {
  const isOnCase = (colleague: Colleague) =>
    members.some(({ person, scope }) => person === colleague.person && scope !== "respondent");
  return directory.filter((colleague) => colleague.person !== me && isOnCase(colleague));
}

/** Whether the case waits for one of these people: it is assigned to them, or nobody else on it has one of their roles. */
export function isAwaited(record: Members, directory: readonly Colleague[], people: readonly string[]): boolean {
  const { assigned } = record.snapshot.context;
  const onCase = offerToTakeOff(record, directory, "");
  const left = onCase.filter(({ person }) => !people.includes(person)).flatMap(({ roles }) => roles);
  const gone = onCase.filter(({ person }) => people.includes(person)).flatMap(({ roles }) => roles);
  const isNeeded = (role: Colleague["roles"][number]) =>
    role !== "liaison" && role !== "administrator" && !left.includes(role);
  return assigned.some(({ person }) => people.includes(person)) || gone.some(isNeeded);
}
