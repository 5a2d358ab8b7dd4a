import type { CaseContext } from "./context";
import type { Day } from "./days";
import type { Duty } from "./duties";
import { type CaseEvent, type EventType, listCode, textCode } from "./events";
import { type Owner, ownerOf } from "./misses";
import { isCaseRole, type PersonId, type Role } from "./roles";

/**
 * What a step asks the service to do, as data.
 *
 * Shape: `recuse` ends every access of the person and hides the case from them; `revoke` ends the access of a person who was relieved, taken off or left;
 *        `assign` and `grant` say that the act brings wraps for the person, a grant as `liaison` only those of what is put to the
 *        authority; `due` sets or replaces the due row of a duty; `missed` is counted in public and told to the reporter with the
 *        next day; `notify` is news for everybody else on the case; `renewKeys` asks for new keys for what follows; `leadClosed`
 *        closes the cases joined to this one; `purge` destroys keys and items.
 */
export type Effect =
  | { readonly type: "due"; readonly duty: Duty; readonly day: Day }
  | { readonly type: "clearDue"; readonly duty: Duty }
  | {
      readonly type: "missed";
      readonly duty: Duty;
      readonly owner: Owner;
      readonly due: Day;
      readonly next: Day | null;
      readonly count: number;
    }
  | { readonly type: "recuse"; readonly person: PersonId }
  | { readonly type: "revoke"; readonly person: PersonId }
  | { readonly type: "assign"; readonly person: PersonId; readonly role: Role }
  | { readonly type: "grant"; readonly person: PersonId; readonly role: Role }
  | { readonly type: "notify"; readonly urgent: boolean }
  | { readonly type: "renewKeys" }
  | { readonly type: "leadClosed" }
  | { readonly type: "purge" };

function dueEffects(before: CaseContext, after: CaseContext): Effect[] {
  const cleared = (Object.keys(before.dues) as Duty[]).filter((duty) => after.dues[duty] === undefined);
  const set = (Object.entries(after.dues) as [Duty, Day][]).filter(([duty, day]) => before.dues[duty] !== day);
  return [
    ...cleared.map((duty): Effect => ({ type: "clearDue", duty })),
    ...set.map(([duty, day]): Effect => ({ type: "due", duty, day })),
  ];
}

function missEffects(before: CaseContext, after: CaseContext): Effect[] {
  return (Object.keys(after.misses) as Duty[])
    .filter((duty) => after.misses[duty] !== before.misses[duty])
    .map((duty): Effect => {
      const count = after.misses[duty] ?? 1;
      const due = before.dues[duty] ?? "";
      return { type: "missed", duty, owner: ownerOf(duty), due, next: after.dues[duty] ?? null, count };
    });
}

function peopleEffects(before: CaseContext, after: CaseContext, { type, codes }: CaseEvent): Effect[] {
  const recused = after.recused.filter((person) => !before.recused.includes(person));
  const assigned = after.assigned.filter(({ person }) => !before.assigned.some((old) => old.person === person));
  // A reopened case keeps its readers until somebody is assigned anew; reassigning ends access at once.
  const relieved =
    type === "investigator.reassign"
      ? before.assigned.map(({ person }) => person)
      : type === "access.narrow"
        ? listCode(codes, "people")
        : [];
  return [
    ...recused.map((person): Effect => ({ type: "recuse", person })),
    ...relieved.map((person): Effect => ({ type: "revoke", person })),
    ...assigned.map(({ person, role }): Effect => ({ type: "assign", person, role })),
  ];
}

/** Somebody left the office, or the office took back its word for their key: the case goes on without them. */
function departureEffects({ type, codes }: CaseEvent): Effect[] {
  const person = type === "rewrap.needed" ? textCode(codes, "person") : null;
  return person === null ? [] : [{ type: "revoke", person }, { type: "renewKeys" }];
}

function grantEffects({ type, codes }: CaseEvent): Effect[] {
  const person = textCode(codes, "person");
  if (type === "package.send" && person !== null) return [{ type: "grant", person, role: "liaison" }];
  if (type !== "access.grant" || person === null || !isCaseRole(codes.role)) return [];
  return [{ type: "grant", person, role: codes.role }];
}

/** Steps that are nobody else's news. */
const QUIET: readonly EventType[] = ["conflict.declareNone", "case.note", "reporter.login", "purge.execute"];

function otherEffects(before: CaseContext, after: CaseContext, { type, codes }: CaseEvent): Effect[] {
  const isUrgent =
    type === "urgent.flag" ||
    codes.duty === "urgency" ||
    codes.duty === "urgencyRatify" ||
    codes.duty === "urgencyAgain";
  const renews = type === "key.rotate" || type === "key.revoke" || type === "withdrawal.continueInPublicInterest";
  const closes = before.at.procedure !== "closed" && after.at.procedure === "closed";
  const purges = before.at.retention !== "purged" && after.at.retention === "purged";
  return [
    ...(!QUIET.includes(type) ? [{ type: "notify", urgent: isUrgent } as const] : []),
    ...(renews ? [{ type: "renewKeys" } as const] : []),
    ...(closes ? [{ type: "leadClosed" } as const] : []),
    ...(purges ? [{ type: "purge" } as const] : []),
  ];
}

/** Compares the case before and after a step. Effects follow from what changed, so that no row can forget one. */
export function effectsOf(before: CaseContext, after: CaseContext, event: CaseEvent): Effect[] {
  return [
    ...dueEffects(before, after),
    ...missEffects(before, after),
    ...peopleEffects(before, after, event),
    ...departureEffects(event),
    ...grantEffects(event),
    ...otherEffects(before, after, event),
  ];
}
