import type { EventType } from "./events";
import type { GuardName } from "./guards";
import type { Region } from "./regions";
import type { Row } from "./row";

/** Events of the clock that name the duty they are about. */
const CLOCK_EVENTS: readonly EventType[] = [
  "deadline.expired",
  "clock.day7",
  "clock.month3",
  "clock.month6",
  "silence.detected",
  "checkin.due",
  "purge.execute",
];

/** Events by which the clock ends the stay in a state; the archive asks for the end of the review window in its own words. */
export const EXPIRY_EVENTS: readonly EventType[] = [...CLOCK_EVENTS, "case.archive"];

/** Guards that ask only whether a region follows another one's step; a person who takes the step themselves needs none of them. */
const CIRCUMSTANCES: readonly GuardName[] = ["G-FILES", "G-WORDS", "G-URGENT", "G-T1"];

/**
 * Which region leads each event. Where several regions list one, the procedure leads and the others follow: they hear the
 * event once the procedure has taken it, so that no region can move on a step that was refused. A date that has passed is
 * led by whichever region it belongs to.
 */
export function leadsOf(rows: readonly Row[]): (event: EventType) => Region {
  const leads = new Map<EventType, Region>();
  for (const { event, region } of rows) {
    if (region === "procedure" || !leads.has(event)) leads.set(event, region);
  }
  return (event) => leads.get(event) ?? "procedure";
}

/** Whether a row is taken only after another region led the way. */
export function follows(row: Row, leadOf: (event: EventType) => Region): boolean {
  return row.event !== "deadline.expired" && row.region !== leadOf(row.event);
}

/** Guards that stand before a row: the actor's role and access first, so that a stranger learns nothing else. */
export function guardsOf(row: Row): readonly GuardName[] {
  const isSide = row.region !== "procedure" && row.region !== "retention";
  const isClock = CLOCK_EVENTS.includes(row.event) && row.by.includes("system");
  return [
    "G-ACTOR",
    ...(isSide ? (["G-LIVE"] as const) : []),
    ...(isClock ? (["G-DUE"] as const) : []),
    ...row.guards.filter((guard) => !CIRCUMSTANCES.includes(guard)),
  ];
}

/** What has to be the case for a row to be taken because another region's step raised its event. */
export function circumstancesOf(row: Row): readonly GuardName[] {
  return row.guards.filter((guard) => CIRCUMSTANCES.includes(guard) || guard === "G-ARCHIVED");
}
