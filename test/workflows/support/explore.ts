import {
  addDays,
  type CaseContext,
  type CaseEvent,
  type CaseSnapshot,
  type Effect,
  EVENTS,
  type EventType,
} from "~workflows";
import type { Procedure } from "~workflows/procedure";
import { Refusal } from "~workflows/refusal";
import { stepOn } from "~workflows/step";
import { act, declaredCase, PEOPLE, rolesOf, type Told, type Who } from "./cast";

export type Taken = {
  readonly before: CaseSnapshot;
  readonly event: CaseEvent;
  readonly after: CaseSnapshot;
  readonly effects: readonly Effect[];
};
/** `edges` are pairs of case keys; the reporter's are kept apart, to see what happens when the reporter never comes back. */
export type Exploration = {
  readonly states: ReadonlySet<string>;
  readonly rows: ReadonlySet<string>;
  readonly steps: ReadonlySet<string>;
  readonly cases: ReadonlyMap<string, string>;
  readonly edges: readonly { readonly from: string; readonly to: string; readonly byReporter: boolean }[];
  readonly refused: number;
};

/** Those who can have no part in the case at all are tried on the first case of each state only. */
const LATER_ACTORS: readonly Who[] = [
  "tess",
  "ida",
  "omar",
  "vera",
  "vic",
  "lena",
  "many",
  "struck",
  "reporter",
  "system",
];
const MOST_CASES = 3000;

const ACTORS: readonly Who[] = [
  "tess",
  "ida",
  "omar",
  "vera",
  "vic",
  "lena",
  "adam",
  "many",
  "struck",
  "newcomer",
  "reporter",
  "system",
];

/** Who of those that could judge their own work stands in a list. The outside reviewer is left out: the pool has another one. */
function partOf(people: readonly string[]): unknown[] {
  return [people.includes(PEOPLE.many.person), people.includes(PEOPLE.vera.person)];
}

/**
 * What decides the next steps of a case. Left out are days, and whatever the state that the case is in does not look at:
 * two cases with the same key behave alike until they are decided or closed, and one of them is followed further.
 */
function keyOf({ value, context }: CaseSnapshot): string {
  const { workOrigin, tier, pendingTier, proposal, recused } = context;
  const state = value.procedure;
  const isSide = state === "awaitingInfo" || state === "closureReview";
  const isAssessed = (isSide ? workOrigin : state) !== "preliminaryAssessment";
  const isResting = state === "closed" || state === "reviewRequested";
  const isFollowedUp = (isSide ? workOrigin : state) === "followUp" || state === "concluded" || isResting;
  const deciders: string[] = [PEOPLE.omar.person, PEOPLE.many.person];
  const by = deciders.find((person) => person === proposal?.by) ?? "somebody else";
  return JSON.stringify([
    state,
    isSide && workOrigin,
    !isAssessed && [tier, pendingTier],
    proposal && [proposal.event, isResting ? by : proposal.by],
    isFollowedUp || recused,
    isResting
      ? [partOf(context.acted), context.reviewUsed]
      : state === "archived" || [
          context.investigators.includes(PEOPLE.many.person),
          context.reviewers.includes(PEOPLE.many.person),
        ],
    context.noticed,
  ]);
}

/** The forms worth trying for an event, beside the ordinary complete one. */
function formsFor(type: EventType, { closedDay }: CaseContext): NonNullable<Told[2]>[] {
  const after = (days: number) => ({ day: addDays(closedDay ?? "2026-03-02", days) });
  switch (type) {
    case "case.acknowledge":
      return [{ codes: { recused: [PEOPLE.struck.person] } }];
    case "triage.setTier":
      return [{ codes: { tier: "T3" } }, { codes: { tier: "T4" } }];
    case "investigator.assign":
      return [{}, { codes: { person: PEOPLE.many.person } }, { codes: { person: PEOPLE.struck.person } }];
    case "access.grant":
      return [{}, { codes: { person: PEOPLE.struck.person } }];
    case "review.request":
      return [after(10), after(100), { ...after(100), codes: { reason: "newFacts" } }, after(400)];
    case "case.archive":
      return [after(100), after(400)];
    default:
      return [{}];
  }
}

function tryStep(procedure: Procedure, snapshot: CaseSnapshot, event: CaseEvent) {
  try {
    return stepOn(procedure, snapshot, event);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Events to try: all of them on the first case met in a state, and what the state has on every later one. */
function eventsFor(procedure: Procedure, state: string, isFirst: boolean): readonly EventType[] {
  if (isFirst) return EVENTS;
  const here = procedure.moves.filter(({ from, row }) => from === state && row.to !== "@same");
  return [...new Set<EventType>(here.map(({ row }) => row.event)), "conflict.declare"];
}

function* attempts(procedure: Procedure, snapshot: CaseSnapshot, isFirst: boolean) {
  for (const type of eventsFor(procedure, snapshot.value.procedure, isFirst)) {
    for (const who of isFirst ? ACTORS : LATER_ACTORS) {
      // The office has one reviewer of its own; the second comes from an outside pool when a review is asked for.
      if (who === "vic" && snapshot.value.procedure !== "reviewRequested") continue;
      for (const role of rolesOf(who)) {
        for (const form of formsFor(type, snapshot.context)) {
          yield { who, event: act(snapshot, type, who, { ...form, role }) };
        }
      }
    }
  }
}

/**
 * Walks every reachable case, breadth first, letting everybody try everything, and shows each step that was taken to `visit`.
 *
 * Only one person's stepping aside is followed further: one recused investigator stands for all.
 */
export function explore(procedure: Procedure, visit: (taken: Taken) => void = () => {}): Exploration {
  const start = declaredCase(procedure.kind);
  const cases = new Map([[keyOf(start), start.value.procedure as string]]);
  const queue = [start];
  const states = new Set<string>();
  const rows = new Set<string>();
  const steps = new Set<string>();
  const edges = new Map<string, Exploration["edges"][number]>();
  let refused = 0;
  for (let before = queue.shift(); before; before = queue.shift()) {
    const state = before.value.procedure;
    const from = keyOf(before);
    const isFirst = !states.has(state);
    states.add(state);
    for (const { who, event } of attempts(procedure, before, isFirst)) {
      const result = tryStep(procedure, before, event);
      if (!result) {
        refused += 1;
        continue;
      }
      const to = keyOf(result.snapshot);
      visit({ before, event, after: result.snapshot, effects: result.effects });
      const byReporter = event.role === "reporter";
      edges.set(`${from} ${to} ${byReporter}`, { from, to, byReporter });
      steps.add(`${state} ${event.type} ${event.role} -> ${result.state}`);
      for (const { row } of procedure.moves.filter((move) => move.from === state && move.row.event === event.type))
        rows.add(row.id);
      if (cases.has(to) || (event.type === "conflict.declare" && who !== "ida")) continue;
      cases.set(to, result.state);
      queue.push(result.snapshot);
      if (cases.size > MOST_CASES) throw new Error("Far more cases than expected are reachable.");
    }
  }
  return { states, rows, steps, cases, edges: [...edges.values()], refused };
}
