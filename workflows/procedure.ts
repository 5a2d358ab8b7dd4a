import { GUARDS, type Guards } from "./guards";
import { buildMachine, type CaseMachine } from "./machine";
import { KINDS, type Kind } from "./roles";
import type { Row } from "./row";
import { type Move, movesOf, rowsOf } from "./rows";

/** The procedure of one kind: the rows spelled out, the guards, and the machine made of both. */
export type Procedure = {
  readonly kind: Kind;
  readonly moves: readonly Move[];
  readonly guards: Guards;
  readonly machine: CaseMachine;
};

/** Makes a procedure from rows and guards; others than the published ones are for trying out a change before it is published. */
export function buildProcedure(kind: Kind, rows: readonly Row[] = rowsOf(kind), guards: Guards = GUARDS): Procedure {
  const moves = movesOf(kind, rows);
  return { kind, moves, guards, machine: buildMachine(kind, moves, guards) };
}

const PROCEDURES = new Map(KINDS.map((kind) => [kind, buildProcedure(kind)]));

/** The published procedure of a kind. */
export function procedureOf(kind: Kind): Procedure {
  return PROCEDURES.get(kind) ?? buildProcedure(kind);
}

/** The published machine of a kind. */
export function caseMachine(kind: Kind): CaseMachine {
  return procedureOf(kind).machine;
}
