import type { CaseContext } from "./context";
import type { Duty } from "./duties";
import type { CaseEvent, EventType } from "./events";

/** Whose silence a missed day is. The office's and the authorities' are counted in public; the reporter owes nobody anything. */
export type Owner = "office" | "authority" | "nobody";

const AUTHORITY: readonly Duty[] = [
  "agencyReply",
  "respondentReply",
  "endUseCheckPending",
  "referralInProgress",
  "recommendationIssued",
  "interim",
  "followUp",
];

const NOBODY: readonly Duty[] = [
  "awaitingInfo",
  "fairComment",
  "observations",
  "provisionalFindings",
  "suspendedSubJudice",
  "referredMonitoring",
  "consolidated",
  "coordination",
  "goodOfficesOffered",
  "goodOffices",
  "solutionPending",
  "reporterAnswer",
  "silence",
  "checkin",
  "closed",
  "retention",
  "reminder5",
  "reminder6",
  "reminder80",
];

/** Who let a day pass. */
export function ownerOf(duty: Duty): Owner {
  if (AUTHORITY.includes(duty)) return "authority";
  return NOBODY.includes(duty) ? "nobody" : "office";
}

const TELLING: readonly EventType[] = [
  "deadline.expired",
  "deadline.missed",
  "clock.day7",
  "clock.month3",
  "clock.month6",
];

/** Whether an event of the clock says that somebody missed a day. */
export function isMiss({ dues }: CaseContext, { type, codes, raisedBy }: CaseEvent): boolean {
  const duty = codes.duty as Duty;
  return raisedBy === undefined && TELLING.includes(type) && dues[duty] !== undefined && ownerOf(duty) !== "nobody";
}
