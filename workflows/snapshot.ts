import { initialTransition } from "xstate";
import type { CaseContext, CaseStart } from "./context";
import { MIGRATED_VERSION, migrate, type SnapshotOfVersion2 } from "./migrate";
import { caseMachine } from "./procedure";
import { type Places, regionsOf, statesOfRegion } from "./regions";
import { KINDS, type Kind } from "./roles";
import type { StateId } from "./states";
import { MACHINE_VERSION } from "./version";

/** A case's procedure at rest, as plain JSON: what is stored, and what `step` takes and gives. */
export type CaseSnapshot = {
  readonly version: number;
  readonly kind: Kind;
  readonly status: "active" | "done";
  readonly value: Places;
  readonly context: CaseContext;
};

/** A stored snapshot that this version of the procedure cannot go on from. */
export class SnapshotError extends Error {
  override readonly name = "SnapshotError";
  constructor(
    readonly fault: "unknownVersion" | "malformed",
    readonly version: unknown,
  ) {
    super(`The stored procedure cannot be restored: ${fault}.`);
  }
}

/** Starts the procedure of a new case, in `submitted`. Its first act registers it or holds it back. */
export function startCase(start: CaseStart): CaseSnapshot {
  const [{ context, value }] = initialTransition(caseMachine(start.kind), start);
  return { version: MACHINE_VERSION, kind: start.kind, status: "active", value: value as unknown as Places, context };
}

export function stateOf(snapshot: CaseSnapshot): StateId {
  return snapshot.value.procedure;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The case stands in a known state of each of its regions, and its memory says the same. */
function isPlaced(kind: Kind, value: Record<string, unknown>, at: Record<string, unknown>): boolean {
  const regions = regionsOf(kind);
  return (
    Object.keys(value).length === regions.length &&
    regions.every((region) => {
      const state = value[region];
      return state === at[region] && statesOfRegion(kind, region).some((known) => known === state);
    })
  );
}

function isSnapshot(stored: Record<string, unknown>): boolean {
  const { kind, status, value, context } = stored;
  const known = KINDS.find((each) => each === kind);
  return (
    known !== undefined &&
    (status === "active" || status === "done") &&
    isRecord(value) &&
    isRecord(context) &&
    isRecord(context.at) &&
    context.kind === kind &&
    isPlaced(known, value, context.at)
  );
}

/**
 * Takes a stored snapshot back.
 *
 * Shape:  parsed JSON in; the same snapshot out, or what it means today where version 2 of the procedure wrote it.
 * Errors: SnapshotError `unknownVersion` when another version of the procedure wrote it, `malformed` when it is none.
 */
export function restore(stored: unknown): CaseSnapshot {
  if (!isRecord(stored)) throw new SnapshotError("malformed", null);
  const isOld = stored.version === MIGRATED_VERSION;
  if (stored.version !== MACHINE_VERSION && !isOld) throw new SnapshotError("unknownVersion", stored.version);
  if (!isSnapshot(stored)) throw new SnapshotError("malformed", stored.version);
  return isOld ? migrate(stored as SnapshotOfVersion2) : (stored as CaseSnapshot);
}
