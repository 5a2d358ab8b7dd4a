import type { EventType, Kind, Limits, Region } from "~workflows";
import { GUARDS, type GuardName, type Guards } from "~workflows/guards";
import type { Check } from "~workflows/guards/check";
import { buildProcedure, type Procedure, procedureOf } from "~workflows/procedure";
import type { Row } from "~workflows/row";
import { rowsOf } from "~workflows/rows";
import { type Told, tell } from "./cast";
import { explore } from "./explore";
import { stuckCases } from "./graph";
import { brokenBy } from "./invariants";
import type { Options } from "./key";
import { caseAfter } from "./main-path";

/** What a mutant does to the rows, the guards or the deadlines of a kind. */
export type Change = {
  readonly rows?: (rows: readonly Row[]) => readonly Row[];
  readonly guards?: Partial<Guards>;
  readonly limits?: Limits;
};

/**
 * A procedure that is wrong somewhere.
 *
 * Shape: `from` is the act of the main path after which the walk starts, `told` what happens next; both are told by the procedure in
 *        order, so that the walk begins just before the flaw. `track`, `withMany` and `whole` say how far it looks.
 */
export type Mutant = {
  readonly flaw: string;
  readonly kind: Kind;
  readonly change: Change;
  readonly caughtBy: string;
  readonly from?: EventType;
  readonly told?: readonly Told[];
  readonly track?: readonly Region[];
  readonly withMany?: boolean;
  readonly whole?: boolean;
};

export const eachRow = (id: string, change: (row: Row) => Row | null): Change => ({
  rows: (rows) => rows.flatMap((row) => (row.id === id ? (change(row) ?? []) : [row])),
});
export const dropGuards = (id: string, ...names: readonly GuardName[]): Change =>
  eachRow(id, (row) => ({ ...row, guards: row.guards.filter((guard) => !names.includes(guard)) }));
export const dropRow = (id: string): Change => eachRow(id, () => null);
export const addRole = (id: string, role: Row["by"][number]): Change =>
  eachRow(id, (row) => ({ ...row, by: [...row.by, role] }));
export const retarget = (id: string, to: Row["to"]): Change => eachRow(id, (row) => ({ ...row, to }));
export const dropRule = (name: GuardName, ...rules: readonly string[]): Change => ({
  guards: { [name]: GUARDS[name].filter(({ rule }: Check) => !rules.includes(rule)) },
});

/** So many cases around the flaw are looked at. */
const NEAR = 8;
const NEAR_MANY = 90;

function walkOf({ kind, from, told = [], track = [], withMany = false, whole = false, change }: Mutant): Options {
  const start = tell(caseAfter(kind, from ?? null), told).snapshot;
  const regions: Region[] = ["procedure", ...track];
  const more = change.limits ? { limits: change.limits } : {};
  return {
    track,
    withMany,
    start,
    careful: whole ? [] : regions,
    isNear: true,
    ...(whole ? {} : { enough: withMany ? NEAR_MANY : NEAR }),
    ...more,
  };
}

class Caught extends Error {
  constructor(readonly check: string) {
    super(check);
  }
}

/** Walks a procedure and tells which check notices first that something is wrong; null when none does. */
export function firstToNotice(procedure: Procedure, walk: Options, isWhole: boolean): string | null {
  try {
    const exploration = explore(procedure, walk, (taken) => {
      const [name] = brokenBy(taken);
      if (name) throw new Caught(name);
    });
    if (exploration.frozen.size > 0) return "a clock runs out unheard";
    return isWhole && stuckCases(exploration).length > 0 ? "I3: the archive can be reached without the reporter" : null;
  } catch (error) {
    if (error instanceof Caught) return error.check;
    throw error;
  }
}

/** Which check notices the mutant first; null when none does. */
export function hunt(mutant: Mutant): string | null {
  const { kind, change, whole = false } = mutant;
  const rows = change.rows?.(rowsOf(kind)) ?? rowsOf(kind);
  const procedure = buildProcedure(kind, rows, { ...GUARDS, ...change.guards } as Guards);
  return firstToNotice(procedure, walkOf(mutant), whole);
}

/** The same walk on the published procedure. */
export function control(mutant: Mutant): string | null {
  const { limits: _changed, ...walk } = walkOf(mutant);
  return firstToNotice(procedureOf(mutant.kind), walk, mutant.whole ?? false);
}
