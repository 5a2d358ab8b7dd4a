import { type Day, SATURDAY_SUNDAY } from "./days";
import { type Duty, dutyOf, runningDuties } from "./duties";
import type { CaseEvent, Codes, EventType } from "./events";
import type { Facts } from "./facts";
import { EXPIRY_EVENTS } from "./leads";
import { movesFor, movesHere, obstaclesTo } from "./obstacles";
import { type Procedure, procedureOf } from "./procedure";
import type { CaseSnapshot } from "./snapshot";

/** What the clock has to say about a case: an ordinary event of the system, with the duty and the day that was missed. */
export type Expiry = { readonly event: EventType; readonly duty: Duty; readonly codes: Codes };

function eventFor(procedure: Procedure, { context }: CaseSnapshot, duty: Duty): EventType {
  if (duty === "silence") return "silence.detected";
  if (duty === "reminder5" || duty === "reminder6" || duty === "reminder80") return "clock.reminder";
  const region = runningDuties(context).get(duty);
  const rows = movesHere(procedure, context).map(({ row }) => row);
  const row = rows.find(
    (each) =>
      each.region === region &&
      EXPIRY_EVENTS.includes(each.event) &&
      dutyOf(each.region, context.at[each.region] ?? "") === duty,
  );
  return row?.event ?? "deadline.missed";
}

/** All that a guard of the clock looks at is the day. */
function factsOn(day: Day): Facts {
  const nobody = { items: [], directory: [], access: [], validRecipientKeys: 0, custodians: [] };
  const nothing = { staleKeys: false, lead: null, published: null, bindsTexts: true };
  return { ...nobody, ...nothing, day, limits: {}, holidays: [], weekend: SATURDAY_SUNDAY };
}

/** A closed case that is on hold, or in which an incident is open, is not archived on its day; its other clocks go on. */
function isTaken(procedure: Procedure, { context }: CaseSnapshot, today: Day, { event, codes }: Expiry): boolean {
  const said: CaseEvent = { type: event, actor: "system", role: "system", codes, facts: factsOn(today) };
  return movesFor(procedure, context, event).some(({ row }) => obstaclesTo(procedure, row, context, said).length === 0);
}

/** `expiries` on a given procedure. */
export function expiriesOn(procedure: Procedure, snapshot: CaseSnapshot, today: Day): Expiry[] {
  const dues = Object.entries(snapshot.context.dues) as [Duty, Day][];
  return (
    dues
      .filter(([, day]) => today > day)
      // Of one day the archive comes last: what is archived rests, and a check-in of that day would be lost.
      .sort(([one, a], [other, b]) => (a < b ? -1 : a > b ? 1 : Number(one === "closed") - Number(other === "closed")))
      .map(([duty, due]): Expiry => ({ event: eventFor(procedure, snapshot, duty), duty, codes: { duty, due } }))
      .filter((expiry) => isTaken(procedure, snapshot, today, expiry))
  );
}

/** Everything that is past its day and that the procedure takes now, oldest first, as events that the sweep sends one after the other. */
export function expiries(snapshot: CaseSnapshot, today: Day): Expiry[] {
  return expiriesOn(procedureOf(snapshot.kind), snapshot, today);
}
