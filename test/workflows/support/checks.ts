import { statesOf } from "~workflows";
import type { Procedure } from "~workflows/procedure";
import { PEOPLE } from "./cast";
import { type Exploration, explore, type Taken } from "./explore";
import { publishedSteps } from "./table";

/** What must hold on every step, said without the guards' help. True means that the step is in order. */
type Check = (taken: Taken) => boolean;

const ANSWERS = ["quarantine.discard", "review.approve", "decision.issue", "case.reopen", "triage.confirmTier"];
const CLOSES = ["quarantine.discard", "review.approve", "case.close", "review.uphold"];
const OPEN_TO_NEWCOMERS = ["conflict.declareNone", "conflict.declare", "case.note", "followup.record"];

export const STEP_CHECKS: Readonly<Record<string, Check>> = {
  "I1: nobody approves what they proposed": ({ before: { context }, event }) =>
    !ANSWERS.includes(event.type) || (context.proposal !== null && context.proposal.by !== event.actor),
  "I1: a case is closed by approval or after a decision, never by silence": ({ before, event, after }) => {
    const closes = after.value.procedure === "closed" && before.value.procedure !== "closed";
    const { outcome, ground } = after.context;
    return !closes || (CLOSES.includes(event.type) && (outcome !== null || ground !== null));
  },
  "I2: only an ombudsperson who neither investigated nor reviewed decides": ({ before: { context }, event, after }) => {
    const decides = after.context.outcome !== null && after.context.outcome !== context.outcome;
    if (!decides && event.type !== "decision.issue") return true;
    const { recused, findings, reviewer, investigators, reviewers } = context;
    const barred = [...recused, ...investigators, ...reviewers, findings?.by, reviewer];
    return event.type === "decision.issue" && event.role === "ombudsperson" && !barred.includes(event.actor);
  },
  "I4: an administrator moves nothing": ({ event }) => event.role !== "administrator",
  "I4: the clock sets no outcome": ({ before, event, after }) =>
    event.role !== "system" ||
    (before.context.outcome === after.context.outcome && before.context.ground === after.context.ground),
  "I6: the statutory clock starts once and never moves": ({ event, effects }) =>
    !effects.some((effect) => effect.type === "due" && effect.duty === "feedback") ||
    ["case.acknowledge", "case.reportUndecryptable", "review.grant", "case.reopen"].includes(event.type),
  "I11: a recused person takes no step": ({ before, event }) => !before.context.recused.includes(event.actor),
  "I11: a recused person receives no key": ({ after, effects }) =>
    effects.every(
      (effect) =>
        !(effect.type === "grant" || effect.type === "assign") || !after.context.recused.includes(effect.person),
    ),
  "I11: nobody's recusal ends": ({ before, after }) =>
    before.context.recused.every((person) => after.context.recused.includes(person)),
  "nobody acts before declaring that they have no conflict": ({ event }) =>
    event.actor !== PEOPLE.newcomer.person || OPEN_TO_NEWCOMERS.includes(event.type),
  "a review is answered by somebody who never acted in the case": ({ before, event }) =>
    !["review.uphold", "review.grant"].includes(event.type) || !before.context.acted.includes(event.actor),
};

/** Every case from which the archive cannot be reached while the reporter stays away. */
export function stuckCases({ cases, edges }: Exploration): string[] {
  const before = new Map<string, string[]>();
  for (const { from, to, byReporter } of edges) {
    if (!byReporter) before.set(to, [...(before.get(to) ?? []), from]);
  }
  const archived = [...cases].filter(([, state]) => state === "archived").map(([key]) => key);
  const reaching = new Set(archived);
  for (const key of reaching) for (const earlier of before.get(key) ?? []) reaching.add(earlier);
  return [...cases.keys()].filter((key) => !reaching.has(key));
}

class Caught extends Error {
  constructor(readonly check: string) {
    super(check);
  }
}

/** Explores a procedure that is wrong somewhere and tells which check notices first; null when none does. */
export function firstToNotice(procedure: Procedure): string | null {
  const { kind } = procedure;
  const published = new Set(publishedSteps(kind, statesOf(kind)));
  const visit = (taken: Taken) => {
    const { before, event, after } = taken;
    for (const [name, holds] of Object.entries(STEP_CHECKS)) if (!holds(taken)) throw new Caught(name);
    const step = `${before.value.procedure} ${event.type} ${event.role} -> ${after.value.procedure}`;
    if (!published.has(step)) throw new Caught("table");
  };
  try {
    const exploration = explore(procedure, visit);
    if (stuckCases(exploration).length > 0) return "I3";
    return exploration.steps.size < published.size ? "table" : null;
  } catch (error) {
    if (error instanceof Caught) return error.check;
    throw error;
  }
}
