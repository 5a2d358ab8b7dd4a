import type { CaseContext } from "../context";
import { type Duty, dutyOf } from "../duties";
import type { CaseEvent } from "../events";
import type { Region } from "../regions";
import type { Guard } from "./check";

function isPast({ dues }: CaseContext, { facts }: CaseEvent, duty: Duty): boolean {
  const due = dues[duty];
  return due !== undefined && facts.day > due;
}

/** The duty that a clock event is about, as far as this region is asked. */
function dutyHere({ at }: CaseContext, { type }: CaseEvent, region: Region): Duty | null {
  return type === "silence.detected" ? "silence" : dutyOf(region, at[region] ?? "");
}

/** Stands before every row of the clock: the event names the duty of this very state, and its last day is over. */
export const G_DUE: Guard = [
  {
    rule: "notThisDuty",
    holds: (context, event, { region }) => {
      const duty = dutyHere(context, event, region);
      return duty !== null && event.codes.duty === duty;
    },
  },
  {
    rule: "notDue",
    holds: (context, event, { region }) => {
      const duty = dutyHere(context, event, region);
      return duty !== null && isPast(context, event, duty);
    },
  },
];

/** A duty whose last day is over and that no other row turns into a step. */
export const G_MISSED: Guard = [
  {
    rule: "notThisDuty",
    holds: ({ dues }, { codes }, { answered }) => {
      const duty = codes.duty as Duty;
      return dues[duty] !== undefined && !answered(duty);
    },
  },
  { rule: "notDue", holds: (context, event) => isPast(context, event, event.codes.duty as Duty) },
];

/** A reminder of the statutory clock is due and was not given. */
export const G_REMINDER: Guard = [
  {
    rule: "notDue",
    holds: (context, event) => {
      const duty = event.codes.duty;
      const isReminder = duty === "reminder5" || duty === "reminder6" || duty === "reminder80";
      return isReminder && isPast(context, event, duty);
    },
  },
];
