import type { CaseContext } from "./context";
import { type Duty, dutyOf } from "./duties";
import type { EventType } from "./events";
import { GUARDS, type Guards } from "./guards";
import type { Asked } from "./guards/check";
import { EXPIRY_EVENTS, follows, leadsOf } from "./leads";
import { buildMachine, type CaseMachine } from "./machine";
import { type Move, movesOf } from "./moves";
import type { Region } from "./regions";
import type { Kind } from "./roles";
import type { Row } from "./row";
import { rowsOf } from "./rows";
import { type Transition, transitionOf } from "./transitions";

/**
 * The procedure of one kind: the rows spelled out, the guards, and the machine made of both.
 *
 * Shape: `led` holds, for each region and state, the moves that an act can take there, `heard` the same for each event; moves that
 *        only follow are left out.
 */
export type Procedure = {
  readonly kind: Kind;
  readonly rows: readonly Row[];
  readonly moves: readonly Move[];
  readonly guards: Guards;
  readonly machine: CaseMachine;
  readonly transition: Transition;
  readonly leadOf: (event: EventType) => Region;
  readonly asked: (row: Row) => Asked;
  readonly led: ReadonlyMap<string, readonly Move[]>;
  readonly heard: ReadonlyMap<EventType, readonly Move[]>;
};

/** Proposed by a step of their own; `act.propose` is for all the others that take two people. */
const PROPOSED_ELSEWHERE: readonly EventType[] = [
  "review.approve",
  "decision.issue",
  "recommendation.issue",
  "triage.confirmTier",
  "urgent.ratify",
];

/** Makes a procedure from rows and guards; others than the published ones are for trying out a change before it is published. */
export function buildProcedure(kind: Kind, rows: readonly Row[] = rowsOf(kind), guards: Guards = GUARDS): Procedure {
  const moves = movesOf(kind, rows);
  const leadOf = leadsOf(rows);
  const led = new Map<string, Move[]>();
  const heard = new Map<EventType, Move[]>();
  for (const move of moves.filter(({ row }) => !follows(row, leadOf))) {
    const key = `${move.row.region} ${move.from}`;
    led.set(key, [...(led.get(key) ?? []), move]);
    heard.set(move.row.event, [...(heard.get(move.row.event) ?? []), move]);
  }
  const answered = new Set<Duty>(["reminder5", "reminder6", "reminder80"]);
  for (const { row, from } of moves) {
    const duty = row.event === "silence.detected" ? "silence" : dutyOf(row.region, from);
    if (duty !== null && row.by.includes("system") && EXPIRY_EVENTS.includes(row.event)) answered.add(duty);
  }
  const proposable = ({ at }: CaseContext): EventType[] => {
    // What is archived rests, but for its deletion.
    const live = Object.entries(at).filter(([region]) => at.procedure !== "archived" || region === "retention");
    const here = live.flatMap(([region, state]) => led.get(`${region} ${state}`) ?? []);
    const pairs = here.filter(({ row }) => row.guards.includes("G-4E") && !PROPOSED_ELSEWHERE.includes(row.event));
    return [...new Set(pairs.map(({ row }) => row.event))];
  };
  const asked = ({ by, region }: Row): Asked => ({ by, region, proposable, answered: (duty) => answered.has(duty) });
  const plan = { kind, rows, moves, guards, leadOf, asked };
  const machine = buildMachine(plan);
  return { ...plan, led, heard, machine, transition: transitionOf(machine) };
}

const PROCEDURES = new Map<Kind, Procedure>();

/** The published procedure of a kind. */
export function procedureOf(kind: Kind): Procedure {
  const known = PROCEDURES.get(kind) ?? buildProcedure(kind);
  PROCEDURES.set(kind, known);
  return known;
}

/** The published machine of a kind. */
export function caseMachine(kind: Kind): CaseMachine {
  return procedureOf(kind).machine;
}
