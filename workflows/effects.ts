import type { CaseContext } from "./context";
import type { Day } from "./days";
import { type Duty, duesOf } from "./deadlines";
import { type CaseEvent, textCode } from "./events";
import { isCaseRole, type PersonId, type Role } from "./roles";
import type { StateId } from "./states";

/**
 * What a step asks the service to do, as data.
 *
 * Shape: `recuse` ends every access of the person and hides the case from them; `revoke` ends the access of a person who was relieved;
 *        `assign` and `grant` say that the act brings wraps for the person; `due` sets or replaces the due row of a duty.
 */
export type Effect =
  | { readonly type: "due"; readonly duty: Duty; readonly day: Day }
  | { readonly type: "clearDue"; readonly duty: Duty }
  | { readonly type: "recuse"; readonly person: PersonId }
  | { readonly type: "revoke"; readonly person: PersonId }
  | { readonly type: "assign"; readonly person: PersonId; readonly role: Role }
  | { readonly type: "grant"; readonly person: PersonId; readonly role: Role };

type Moment = { readonly state: StateId; readonly context: CaseContext };

function dueEffects(before: Moment, after: Moment): Effect[] {
  const [old, now] = [duesOf(before.state, before.context), duesOf(after.state, after.context)];
  const cleared = (Object.keys(old) as Duty[]).filter((duty) => now[duty] === undefined);
  const set = (Object.entries(now) as [Duty, Day][]).filter(([duty, day]) => old[duty] !== day);
  return [
    ...cleared.map((duty): Effect => ({ type: "clearDue", duty })),
    ...set.map(([duty, day]): Effect => ({ type: "due", duty, day })),
  ];
}

function peopleEffects(before: CaseContext, after: CaseContext, { type }: CaseEvent): Effect[] {
  const recused = after.recused.filter((person) => !before.recused.includes(person));
  const assigned = after.assigned.filter(({ person }) => !before.assigned.some((old) => old.person === person));
  // A reopened case keeps its readers until somebody is assigned anew; reassigning ends access at once.
  const relieved = type === "investigator.reassign" ? before.assigned.map(({ person }) => person) : [];
  return [
    ...recused.map((person): Effect => ({ type: "recuse", person })),
    ...relieved.map((person): Effect => ({ type: "revoke", person })),
    ...assigned.map(({ person, role }): Effect => ({ type: "assign", person, role })),
  ];
}

function grantEffects({ type, codes }: CaseEvent): Effect[] {
  const person = textCode(codes, "person");
  if (type !== "access.grant" || person === null || !isCaseRole(codes.role)) return [];
  return [{ type: "grant", person, role: codes.role }];
}

/** Compares the case before and after a step. Effects follow from what changed, so that no row can forget one. */
export function effectsOf(before: Moment, after: Moment, event: CaseEvent): Effect[] {
  return [...dueEffects(before, after), ...peopleEffects(before.context, after.context, event), ...grantEffects(event)];
}
