import { initialTransition } from "xstate";
import type { CaseContext, CaseStart } from "./context";
import { MACHINE_VERSION } from "./machine";
import { caseMachine } from "./procedure";
import { KINDS, type Kind } from "./roles";
import { STATES, type StateId } from "./states";

/** A case's procedure at rest, as plain JSON: what is stored, and what `step` takes and gives. */
export type CaseSnapshot = {
  readonly version: number;
  readonly kind: Kind;
  readonly status: "active" | "done";
  readonly value: { readonly procedure: StateId };
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
  const [{ context }] = initialTransition(caseMachine(start.kind), start);
  return { version: MACHINE_VERSION, kind: start.kind, status: "active", value: { procedure: "submitted" }, context };
}

export function stateOf(snapshot: CaseSnapshot): StateId {
  return snapshot.value.procedure;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSnapshot(stored: Record<string, unknown>): boolean {
  const { kind, status, value, context } = stored;
  return (
    KINDS.some((known) => known === kind) &&
    (status === "active" || status === "done") &&
    isRecord(value) &&
    STATES.some((state) => state === value.procedure) &&
    isRecord(context) &&
    context.kind === kind
  );
}

/**
 * Takes a stored snapshot back.
 *
 * Shape:  parsed JSON in; the same snapshot out.
 * Errors: SnapshotError `unknownVersion` when another version of the procedure wrote it, `malformed` when it is none.
 */
export function restore(stored: unknown): CaseSnapshot {
  if (!isRecord(stored)) throw new SnapshotError("malformed", null);
  if (stored.version !== MACHINE_VERSION) throw new SnapshotError("unknownVersion", stored.version);
  if (!isSnapshot(stored)) throw new SnapshotError("malformed", stored.version);
  return stored as CaseSnapshot;
}
