import { addDays, type CaseContext, type CaseEvent, type CaseSnapshot, type Effect, EVENTS, type EventType } from "~workflows";
import type { Procedure } from "~workflows/procedure";
import { Refusal } from "~workflows/refusal";
import { stepOn } from "~workflows/step";
import { act, declaredCase, PEOPLE, rolesOf, type Told, type Who } from "./cast";

export type Edge = {
  readonly from: string;
  readonly to: string;
  readonly before: CaseSnapshot;
  readonly event: CaseEvent;
  readonly after: CaseSnapshot;
  readonly effects: readonly Effect[];
};
export type Exploration = {
  readonly states: ReadonlySet<string>;
  readonly rows: ReadonlySet<string>;
  readonly steps: ReadonlySet<string>;
  readonly edges: readonly Edge[];
  readonly nodes: number;
  readonly refused: number;
};

const ACTORS: readonly Who[] = [
  "tess", "ida", "omar", "vera", "vic", "lena", "adam", "many", "struck", "newcomer", "reporter", "system",
];

/** What decides the next steps of a case, without days and without those who have no part in it: two cases with the same key behave alike. */
function keyOf({ value, context }: CaseSnapshot): string {
  const { workOrigin, tier, pendingTier, proposal, recused, acted, assigned, findings, reviewer } = context;
  const fresh = ["vera", "vic", "many"].filter((who) => !acted.includes(PEOPLE[who as "vera"].person));
  const isClosed = ["closed", "reviewRequested"].includes(value.procedure);
  return JSON.stringify([
    value.procedure,
    workOrigin,
    tier,
    pendingTier,
    proposal && [proposal.event, proposal.by],
    recused,
    isClosed && fresh,
    assigned.map(({ person }) => person),
    context.investigators.filter((person) => person === PEOPLE.many.person),
    context.reviewers.filter((person) => person === PEOPLE.many.person),
    findings?.by,
    reviewer,
    context.noticed,
    isClosed && context.reviewUsed,
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

/**
 * Walks every reachable case, breadth first, letting everybody try everything.
 *
 * The first case met in each state is tried with every event there is; later ones with the events that the state has.
 * Only one person's stepping aside is followed further: one recused investigator stands for all.
 */
export function explore(procedure: Procedure, start = declaredCase(procedure.kind)): Exploration {
  const seen = new Set([keyOf(start)]);
  const queue = [start];
  const states = new Set<string>();
  const rows = new Set<string>();
  const steps = new Set<string>();
  const edges: Edge[] = [];
  let refused = 0;
  for (let snapshot = queue.shift(); snapshot; snapshot = queue.shift()) {
    const state = snapshot.value.procedure;
    const isFirst = !states.has(state);
    states.add(state);
    const from = keyOf(snapshot);
    const here = procedure.moves.filter((move) => move.from === state);
    const events = isFirst ? EVENTS : EVENTS.filter((event) => here.some(({ row }) => row.event === event && row.to !== "@same"));
    const withConflict = isFirst ? events : [...events, "conflict.declare" as const];
    for (const type of withConflict) {
      for (const who of ACTORS) {
        for (const role of rolesOf(who)) {
          for (const form of formsFor(type, snapshot.context)) {
            const event = act(snapshot, type, who, { ...form, role });
            const result = tryStep(procedure, snapshot, event);
            if (!result) {
              refused += 1;
              continue;
            }
            const to = keyOf(result.snapshot);
            edges.push({ from, to, before: snapshot, event, after: result.snapshot, effects: result.effects });
            steps.add(`${state} ${type} ${role} -> ${result.state}`);
            for (const { row } of here.filter((move) => move.row.event === type)) rows.add(row.id);
            if (seen.has(to) || (type === "conflict.declare" && who !== "ida")) continue;
            seen.add(to);
            queue.push(result.snapshot);
          }
        }
      }
    }
  }
  return { states, rows, steps, edges, nodes: seen.size, refused };
}
