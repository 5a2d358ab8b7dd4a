import { Problem } from "~/platform/problems.server";
import { OUTSIDE, rolesOn, type Scope } from "./case-scope.server";
import type { SignedInPerson } from "./sign-in.server";

/** What an act brings, as far as the reach of an authority's contact is concerned. */
interface Brought {
  act: { role: string };
  items: readonly { kind: string; reply?: string | undefined }[];
  compartments: readonly unknown[];
  wraps: readonly unknown[];
  parts: readonly unknown[];
}

/** What an authority's contact writes; the reporter is shown messages and notices, and never one of these. */
const ANSWER = "answer";

/**
 * A person speaks on a case in the roles that they have there: whoever was only shown what is put to an authority speaks
 * for that authority, brings sealed answers and nothing else. They hand out no keys, since whoever makes a key can read
 * what is sealed to it.
 *
 * Errors: Problem 422 `notYourRole`, 400 for anything but an answer.
 */
export function requireOwnVoice(me: SignedInPerson, scope: Scope, { act, ...brought }: Brought) {
  if (!rolesOn(scope, me.roles).some((role) => role === act.role))
    throw new Problem(422, "You have no part in this case in that role, so nothing was stored.", {
      rule: "notYourRole",
    });
  if (scope === "case") return;
  const { items, compartments, wraps, parts } = brought;
  const isAnswers = items.every(({ kind, reply }) => kind === ANSWER && reply === undefined);
  if (!isAnswers || compartments.length + wraps.length + parts.length > 0)
    throw new Problem(400, "An authority's contact can send answers and nothing else, so nothing was stored.");
}

/** The compartments of a case that exist for this person; the others are as if they did not. */
export function withinReach<T extends { type: string }>(scope: Scope, compartments: readonly T[]): T[] {
  return compartments.filter(({ type }) => scope === "case" || type === OUTSIDE);
}
