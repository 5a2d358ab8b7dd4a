import { dutyOf } from "~workflows/duties";
import { describe } from "~workflows/outline";
import type { ActorRole } from "~workflows/roles";
import { inquiryState } from "~workflows/states";
import type { CaseRecord } from "./records";

/** Whose turn it is and until when. `who` is empty where the case rests; `people` are those to whom the work is assigned. */
export type NextStep = {
  who: readonly ActorRole[];
  people: readonly string[];
  due: { duty: string; day: string } | null;
};

type Standing = Pick<CaseRecord, "kind" | "state" | "snapshot" | "dues">;

/** What every case page says at its top, from the tables: the steps that lead on from here, and the date of this state. */
export function nextStep(record: Standing): NextStep {
  const { kind, state, snapshot, dues } = record;
  const { mainPath, regions } = describe(kind);
  const path: readonly string[] = mainPath;
  const transitions = regions.find(({ id }) => id === "procedure")?.transitions ?? [];
  const all = transitions.filter(({ from, event }) => from === state && event !== "withdrawal.confirm");
  // More time for an authority is no step that leads on.
  const moving = all.filter(({ to }) => to !== state);
  const here = moving.length > 0 ? moving : all;
  const at = path.indexOf(state);
  const ahead = here.filter(({ to }) => at >= 0 && path.indexOf(to) > at);
  const steps = ahead.length > 0 ? ahead : here;
  const duties = [
    dutyOf("procedure", state),
    // What has just arrived runs on the law's clock alone.
    dutyOf("statutoryClock", snapshot.value.statutoryClock ?? ""),
    dutyOf("retention", snapshot.value.retention ?? ""),
  ];
  const own = state === "submitted" || state === "received" || state === "archived" ? duties : duties.slice(0, 1);
  return {
    who: peopleOf([...new Set(steps.flatMap(({ by }) => by))]),
    people: state === inquiryState(kind) ? snapshot.context.assigned.map(({ person }) => person) : [],
    due: dues.find(({ duty }) => own.some((each) => each === duty)) ?? null,
  };
}

/** An answer that an officer can enter for an authority is the authority's turn. The clock is nobody. */
function peopleOf(roles: readonly ActorRole[]): ActorRole[] {
  const isAuthoritys = roles.includes("liaison");
  return roles.filter((role) => role !== "system" && !(isAuthoritys && (role === "intake" || role === "investigator")));
}
