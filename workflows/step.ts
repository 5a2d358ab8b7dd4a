import { type Effect, effectsOf } from "./effects";
import type { CaseEvent } from "./events";
import { movesFor, type Obstacle, obstaclesTo } from "./obstacles";
import { type Procedure, procedureOf } from "./procedure";
import { Refusal, type RefusalRule } from "./refusal";
import { type CaseSnapshot, stateOf } from "./snapshot";
import type { StateId } from "./states";

export type StepResult = {
  readonly snapshot: CaseSnapshot;
  readonly state: StateId;
  readonly effects: readonly Effect[];
};

/** Refusals that say "another row is meant": where several regions have a row for an event, theirs are told last. */
const OTHER_ROW: readonly RefusalRule[] = ["notThisDuty", "notYourRole"];

/** Finds the row that takes the event, or throws with the rule that stood in the way. */
function requireOpen(procedure: Procedure, { context, value }: CaseSnapshot, event: CaseEvent): void {
  const rows = movesFor(procedure, context, event.type).map(({ row }) => row);
  const first: Obstacle[] = [];
  for (const row of rows) {
    const [obstacle] = obstaclesTo(procedure, row, context, event);
    if (!obstacle) return;
    first.push(obstacle);
  }
  const told = first.find(({ rule }) => !OTHER_ROW.includes(rule)) ?? first[0];
  const whoCould = [...new Set(rows.flatMap(({ by }) => by))];
  throw new Refusal(event.type, value.procedure, told?.rule ?? "notInThisState", whoCould, told?.guard ?? null);
}

/** `step` on a given procedure. */
export function stepOn(procedure: Procedure, snapshot: CaseSnapshot, unsafeEvent: CaseEvent): StepResult {
  // Only the machine raises events; whoever sends one that says so is not believed.
  const { raisedBy: _never, ...event } = unsafeEvent;
  requireOpen(procedure, snapshot, event);
  const { value, context } = snapshot;
  const next = procedure.transition(snapshot, event);
  // XState ignores an event that no state takes; a refusal has to be loud.
  if (next.context === context) {
    throw new Refusal(event.type, value.procedure, "notInThisState", [], null);
  }
  const after: CaseSnapshot = { version: snapshot.version, kind: snapshot.kind, ...next };
  return { snapshot: after, state: stateOf(after), effects: effectsOf(context, after.context, event) };
}

/**
 * Takes one step of the procedure.
 *
 * Shape:  the stored snapshot and one act with the facts that the service checked; the next snapshot, its state and effects as data.
 * Errors: Refusal with the rule in the way; the snapshot that was given stays valid and unchanged.
 */
export function step(snapshot: CaseSnapshot, event: CaseEvent): StepResult {
  return stepOn(procedureOf(snapshot.kind), snapshot, event);
}
