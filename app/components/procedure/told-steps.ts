import type { EventType } from "~workflows/events";
import type { GuardName } from "~workflows/guards";
import type { Outline, OutlineTransition } from "~workflows/outline";
import type { ActorRole } from "~workflows/roles";
import { procedureRegion, waysOf } from "./steps";

/** One row of the tables as a state tells it: where it leads, or nowhere when the case stays. */
export type Told = {
  readonly row: string;
  readonly event: EventType;
  readonly by: readonly ActorRole[];
  readonly guards: readonly GuardName[];
  readonly to: readonly string[];
};

/** A row that starts in more than this share of the states is told once for all of them. */
const NEARLY_EVERYWHERE = 0.5;

/** Rows of the procedure that are open in nearly every state: told once, in the order of the tables. */
export function everywhereRows(outline: Outline): Told[] {
  const { states, transitions } = procedureRegion(outline);
  return [...new Set(transitions.map(({ row }) => row))].flatMap((row) => {
    const steps = transitions.filter((step) => step.row === row);
    const from = new Set(steps.map((step) => step.from));
    return from.size > states.length * NEARLY_EVERYWHERE ? [told(steps)] : [];
  });
}

/** The ways of the procedure without those that start nearly everywhere: what a picture can draw. */
export function drawnWays(outline: Outline): OutlineTransition[] {
  const rows = new Set(everywhereRows(outline).map(({ row }) => row));
  return waysOf(procedureRegion(outline)).filter(({ row }) => !rows.has(row));
}

/** The steps that one state tells: everything that can happen there but not nearly everywhere. */
export function toldSteps(outline: Outline, state: string): Told[] {
  const everywhere = new Set(everywhereRows(outline).map(({ row }) => row));
  const { transitions } = procedureRegion(outline);
  const mine = transitions.filter(({ from, row }) => from === state && !everywhere.has(row));
  return [...new Set(mine.map(({ row }) => row))].map((row) => told(mine.filter((step) => step.row === row)));
}

function told(steps: readonly OutlineTransition[]): Told {
  const [first] = steps;
  if (!first) throw new RangeError("A row without a step cannot be told.");
  const to = steps.filter((step) => step.to !== step.from).map((step) => step.to);
  return { row: first.row, event: first.event, by: first.by, guards: first.guards, to: [...new Set(to)] };
}

/**
 * Who has a case in its hands: those who can take the most of its steps, first of those that move it. The clock holds
 * nothing, and where an authority answers, the officer who enters the answer only writes it down.
 */
export function holdersOf(steps: readonly Told[]): ActorRole[] {
  const moving = steps.filter(({ to }) => to.length > 0);
  const roles = (moving.length > 0 ? moving : steps).flatMap(({ by }) =>
    by.includes("liaison") ? by.filter((role) => role === "liaison" || role === "reporter") : by,
  );
  const count = (role: ActorRole) => roles.filter((one) => one === role).length;
  const holders = [...new Set(roles)].filter((role) => role !== "system");
  return holders.filter((role) => holders.every((other) => count(other) <= count(role)));
}
