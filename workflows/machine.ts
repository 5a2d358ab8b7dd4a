import { and, assign, setup } from "xstate";
import { applyChanges, type Passage } from "./changes";
import { type CaseContext, type CaseStart, startContext } from "./context";
import type { CaseEvent } from "./events";
import type { GuardName, Guards } from "./guards";
import type { Check } from "./guards/check";
import type { Kind } from "./roles";
import type { Row } from "./row";
import type { Move } from "./rows";
import { type StateId, statesOf } from "./states";

/** The version that new cases run on. A snapshot keeps the version that it was written with. */
export const MACHINE_VERSION = 1;

type MoveParams = { readonly row: Row; readonly passage: Passage };

/** Guards that stand before a row: the actor's role and access first, so that a stranger learns nothing else. */
export function guardsOf(row: Row): readonly GuardName[] {
  return ["G-ACTOR", ...row.guards];
}

/**
 * Builds the machine of one kind from its rows: one region now, as a parallel machine, so that others can stand beside it.
 *
 * Shape: XState v5; every transition is a row, its guards are named, its one action applies the row's changes.
 *        No invoked actor, no `after`: the machine is a pure function of snapshot and event.
 */
export function buildMachine(kind: Kind, moves: readonly Move[], guards: Guards) {
  const named =
    (name: GuardName) =>
    ({ context, event }: { context: CaseContext; event: CaseEvent }, { row }: MoveParams) =>
      guards[name].every((check: Check) => check.holds(context, event, row));
  const names = Object.keys(guards) as GuardName[];

  const caseSetup = setup({
    types: { context: {} as CaseContext, events: {} as CaseEvent, input: {} as CaseStart },
    guards: {
      ...(Object.fromEntries(names.map((name) => [name, named(name)])) as Record<GuardName, ReturnType<typeof named>>),
      cameFrom: ({ context }, { passage }: MoveParams) => context.workOrigin === passage.to,
    },
    actions: {
      applyRow: assign(({ context, event }, { row, passage }: MoveParams) =>
        applyChanges(context, event, row, passage),
      ),
    },
  });

  const transitionOf = ({ row, from, to, ifOrigin }: Move) => {
    const params: MoveParams = { row, passage: { from, to } };
    const names: (GuardName | "cameFrom")[] = ifOrigin ? ["cameFrom", ...guardsOf(row)] : [...guardsOf(row)];
    return {
      ...(row.to === "@same" ? {} : { target: to }),
      description: row.id,
      guard: and(names.map((type) => ({ type, params }))),
      actions: { type: "applyRow" as const, params },
    };
  };

  const stateOf = (state: StateId) => {
    const here = moves.filter(({ from }) => from === state);
    const events = [...new Set(here.map(({ row }) => row.event))];
    const on = Object.fromEntries(
      events.map((event) => [event, here.filter(({ row }) => row.event === event).map(transitionOf)]),
    );
    return state === "archived" ? { type: "final" as const } : { on };
  };

  return caseSetup.createMachine({
    id: kind,
    type: "parallel",
    context: ({ input }) => startContext(input),
    states: {
      procedure: {
        initial: "submitted",
        states: Object.fromEntries(statesOf(kind).map((state) => [state, stateOf(state)])),
      },
    },
  });
}
export type CaseMachine = ReturnType<typeof buildMachine>;
