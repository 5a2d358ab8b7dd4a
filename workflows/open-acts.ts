import type { CaseEvent, EventType } from "./events";
import type { Facts } from "./facts";
import type { GuardName } from "./guards";
import type { FormNeed } from "./guards/check";
import type { Move } from "./moves";
import { movesHere, obstaclesTo } from "./obstacles";
import { type Procedure, procedureOf } from "./procedure";
import type { RefusalRule } from "./refusal";
import type { Region } from "./regions";
import type { ActorId, ActorRole } from "./roles";
import type { CaseSnapshot } from "./snapshot";

/**
 * An act that is open now, once the form brings what it `needs`. `to` is the state of `region` that it leads to.
 *
 * Shape: `act.propose` is listed once for each step that it can propose, named by `for`.
 */
export type OpenAct = {
  readonly event: EventType;
  readonly role: ActorRole;
  readonly region: Region;
  readonly to: string;
  readonly moves: boolean;
  readonly needs: readonly FormNeed[];
  readonly for?: EventType;
};
/** An act that the case has where it stands, but not for this actor now. */
export type BlockedAct = {
  readonly event: EventType;
  readonly rule: RefusalRule;
  readonly guard: GuardName;
  readonly whoCould: readonly ActorRole[];
};
export type OpenActs = { readonly open: readonly OpenAct[]; readonly blocked: readonly BlockedAct[] };

export type Actor = { readonly person: ActorId; readonly roles: readonly ActorRole[] };

/** Asks the guards about an act with an empty form: what only the form can supply becomes a need, the first other obstacle blocks. */
function judge(
  procedure: Procedure,
  { context }: CaseSnapshot,
  { row, to }: Move,
  probe: CaseEvent,
): OpenAct | BlockedAct {
  const obstacles = obstaclesTo(procedure, row, context, probe);
  const blocking = obstacles.find(({ need }) => need === null);
  if (blocking) return { event: row.event, rule: blocking.rule, guard: blocking.guard, whoCould: row.by };
  const needs = new Set(obstacles.flatMap(({ need }) => need ?? []));
  const moves = row.to !== "@same" && context.at[row.region] !== to;
  return { event: row.event, role: probe.role, region: row.region, to, moves, needs: [...needs] };
}

/** `openActs` on a given procedure. */
export function openActsOn(procedure: Procedure, snapshot: CaseSnapshot, actor: Actor, facts: Facts): OpenActs {
  const open: OpenAct[] = [];
  const blocked: BlockedAct[] = [];
  const withoutItems = { ...facts, items: [] };
  for (const move of movesHere(procedure, snapshot.context)) {
    const { event: type, by: whoCould } = move.row;
    const role = whoCould.find((allowed) => actor.roles.includes(allowed));
    if (role === undefined) {
      blocked.push({ event: type, rule: "notYourRole", guard: "G-ACTOR", whoCould });
      continue;
    }
    const proposed =
      type === "act.propose" ? procedure.asked(move.row).proposable(snapshot.context) : ([undefined] as const);
    for (const answer of proposed) {
      const codes = answer ? { for: answer } : {};
      const act = judge(procedure, snapshot, move, { type, actor: actor.person, role, codes, facts: withoutItems });
      if ("rule" in act) blocked.push(act);
      else open.push(answer ? { ...act, for: answer } : act);
    }
  }
  return { open, blocked };
}

/**
 * Lists what this actor may do now, and what the state has besides, with the rule in the way.
 *
 * Shape: items in `facts` are ignored: rationale, notice, message and the like are returned as `needs`.
 *        For the reporter the actor is `{ person: "reporter", roles: ["reporter"] }`.
 */
export function openActs(snapshot: CaseSnapshot, actor: Actor, facts: Facts): OpenActs {
  return openActsOn(procedureOf(snapshot.kind), snapshot, actor, facts);
}
