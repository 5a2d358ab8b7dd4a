import { transition } from "xstate";
import { type Effect, effectsOf } from "./effects";
import type { CaseEvent } from "./events";
import { movesFor, obstaclesTo } from "./obstacles";
import { type Procedure, procedureOf } from "./procedure";
import { Refusal } from "./refusal";
import { type CaseSnapshot, stateOf } from "./snapshot";
import type { StateId } from "./states";

export type StepResult = {
  readonly snapshot: CaseSnapshot;
  readonly state: StateId;
  readonly effects: readonly Effect[];
};

/** Says which rule stood in the way: of the rows for this event, the one that the actor's role belongs to. */
function refusalOf(procedure: Procedure, { value, context }: CaseSnapshot, event: CaseEvent): Refusal {
  const state = value.procedure;
  const rows = movesFor(procedure, state, context)
    .map(({ row }) => row)
    .filter((row) => row.event === event.type);
  const row = rows.find(({ by }) => by.includes(event.role)) ?? rows[0];
  const obstacle = row && obstaclesTo(procedure, row, context, event)[0];
  const whoCould = [...new Set(rows.flatMap(({ by }) => by))];
  return new Refusal(event.type, state, obstacle?.rule ?? "notInThisState", whoCould, obstacle?.guard ?? null);
}

/** `step` on a given procedure. */
export function stepOn(procedure: Procedure, snapshot: CaseSnapshot, event: CaseEvent): StepResult {
  const { machine } = procedure;
  const { value, context, status } = snapshot;
  const current = machine.resolveState({ value, context, status });
  // XState ignores an event that no state takes; a refusal has to be loud.
  if (!current.can(event)) throw refusalOf(procedure, snapshot, event);
  const [next] = transition(machine, current, event);
  const after: CaseSnapshot = {
    version: snapshot.version,
    kind: snapshot.kind,
    status: next.status === "done" ? "done" : "active",
    value: next.value as CaseSnapshot["value"],
    context: next.context,
  };
  const effects = effectsOf(
    { state: value.procedure, context },
    { state: stateOf(after), context: after.context },
    event,
  );
  return { snapshot: after, state: stateOf(after), effects };
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
