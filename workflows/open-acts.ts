import type { CaseEvent, EventType } from "./events";
import type { Facts } from "./facts";
import type { GuardName } from "./guards";
import type { FormNeed } from "./guards/check";
import { movesFor, obstaclesTo } from "./obstacles";
import { type Procedure, procedureOf } from "./procedure";
import type { RefusalRule } from "./refusal";
import type { ActorId, ActorRole } from "./roles";
import type { Move } from "./rows";
import { type CaseSnapshot, stateOf } from "./snapshot";
import type { StateId } from "./states";

/** An act that is open now, once the form brings what it `needs`. `to` is the state that it leads to. */
export type OpenAct = {
  readonly event: EventType;
  readonly role: ActorRole;
  readonly to: StateId;
  readonly needs: readonly FormNeed[];
};
/** An act that the current state has, but not for this actor now. */
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
  snapshot: CaseSnapshot,
  { row, to }: Move,
  probe: CaseEvent,
): OpenAct | BlockedAct {
  const obstacles = obstaclesTo(procedure, row, snapshot.context, probe);
  const blocking = obstacles.find(({ need }) => need === null);
  if (blocking) return { event: row.event, rule: blocking.rule, guard: blocking.guard, whoCould: row.by };
  const needs = new Set(obstacles.flatMap(({ need }) => need ?? []));
  return { event: row.event, role: probe.role, to, needs: [...needs] };
}

/** `openActs` on a given procedure. */
export function openActsOn(procedure: Procedure, snapshot: CaseSnapshot, actor: Actor, facts: Facts): OpenActs {
  const open: OpenAct[] = [];
  const blocked: BlockedAct[] = [];
  for (const move of movesFor(procedure, stateOf(snapshot), snapshot.context)) {
    const { event: type, by: whoCould } = move.row;
    const role = whoCould.find((allowed) => actor.roles.includes(allowed));
    if (role === undefined) {
      blocked.push({ event: type, rule: "notYourRole", guard: "G-ACTOR", whoCould });
      continue;
    }
    const form = { codes: {}, facts: { ...facts, items: [] } };
    const act = judge(procedure, snapshot, move, { type, actor: actor.person, role, ...form });
    if ("rule" in act) blocked.push(act);
    else open.push(act);
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
