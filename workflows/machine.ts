import { and, assign, not, raise, setup } from "xstate";
import { applyRow } from "./apply";
import type { Passage } from "./changes";
import { type CaseContext, type CaseStart, startContext } from "./context";
import type { CaseEvent, EventType } from "./events";
import type { GuardName, Guards } from "./guards";
import type { Asked, Check } from "./guards/check";
import { circumstancesOf, follows, guardsOf } from "./leads";
import { type Move, originOf } from "./moves";
import { type Region, regionsOf, statesOfRegion } from "./regions";
import type { Kind } from "./roles";
import type { Row } from "./row";

type MoveParams = { readonly row: Row; readonly passage: Passage };

/** What the machine is built from. `asked` is what a guard may look at besides context and event. */
export type Plan = {
  readonly kind: Kind;
  readonly rows: readonly Row[];
  readonly moves: readonly Move[];
  readonly guards: Guards;
  readonly leadOf: (event: EventType) => Region;
  readonly asked: (row: Row) => Asked;
};

/**
 * Builds the machine of one kind from its rows: one region for the procedure and one for each concern that runs beside it.
 *
 * Shape: XState v5; every transition is a row, its guards are named, its first action applies the row's changes, the others
 *        raise what the other regions hear. No invoked actor, no `after`: a pure function of snapshot and event.
 */
export function buildMachine({ kind, rows, moves, guards, leadOf, asked }: Plan) {
  const named =
    (name: GuardName) =>
    ({ context, event }: { context: CaseContext; event: CaseEvent }, { row }: MoveParams) =>
      guards[name].every((check: Check) => check.holds(context, event, asked(row)));
  const names = Object.keys(guards) as GuardName[];

  const caseSetup = setup({
    types: { context: {} as CaseContext, events: {} as CaseEvent, input: {} as CaseStart },
    guards: {
      ...(Object.fromEntries(names.map((name) => [name, named(name)])) as Record<GuardName, ReturnType<typeof named>>),
      cameFrom: ({ context }, { passage }: MoveParams) => originOf(context, passage.from) === passage.to,
      isRaised: ({ event }, _params: MoveParams) => event.raisedBy !== undefined,
    },
    actions: {
      applyRow: assign(({ context, event }, { row, passage }: MoveParams) =>
        applyRow(context, event, row, passage, leadOf),
      ),
    },
  });

  const followed = new Set(rows.filter((row) => follows(row, leadOf)).map(({ event }) => event));
  const raised = new Set([...followed, ...rows.flatMap(({ raises }) => raises)]);

  const transitionsOf = ({ row, from, to, ifOrigin }: Move) => {
    const params: MoveParams = { row, passage: { from, to } };
    const origin = ifOrigin ? [{ type: "cameFrom" as const, params }] : [];
    const all = (guardNames: readonly GuardName[]) => guardNames.map((type) => ({ type, params }));
    const isRaised = { type: "isRaised" as const, params };
    // Regions that follow hear of a step before anything else that it raises.
    const heard = followed.has(row.event) && !follows(row, leadOf) ? [row.event, ...row.raises] : row.raises;
    const actions = [
      { type: "applyRow" as const, params },
      ...heard.map((type) => raise(({ event }: { event: CaseEvent }) => ({ ...event, type, raisedBy: event.type }))),
    ];
    const target = row.to === "@same" ? {} : { target: to };
    const shape = { ...target, description: row.id, actions };
    return [
      ...(follows(row, leadOf) ? [] : [{ ...shape, guard: and([not(isRaised), ...origin, ...all(guardsOf(row))]) }]),
      ...(raised.has(row.event) ? [{ ...shape, guard: and([isRaised, ...origin, ...all(circumstancesOf(row))]) }] : []),
    ];
  };

  const stateOf = (region: Region, state: string) => {
    const here = moves.filter(({ row, from }) => row.region === region && from === state);
    const events = [...new Set(here.map(({ row }) => row.event))];
    const on = Object.fromEntries(
      events.map((event) => [event, here.filter(({ row }) => row.event === event).flatMap(transitionsOf)]),
    );
    return here.length === 0 ? { type: "final" as const } : { on };
  };

  const regions = regionsOf(kind).map((region) => {
    const states = statesOfRegion(kind, region);
    const inside = Object.fromEntries(states.map((state) => [state, stateOf(region, state)]));
    return [region, { initial: states[0], states: inside }];
  });
  // The transitions come from data, so that their types are known to the rows and not to XState.
  // The actor that transitions share is made without input: it has no case of its own.
  const context = ({ input }: { input?: CaseStart }) => (input ? startContext(input) : {});
  const config = { id: kind, type: "parallel", context };
  return caseSetup.createMachine({ ...config, states: Object.fromEntries(regions) } as never);
}
export type CaseMachine = ReturnType<typeof buildMachine>;
