import { type CaseSnapshot, type CaseStart, MACHINE_VERSION, type StepResult, startCase, step } from "../workflows";
import { MIGRATED_VERSION, migrate, type SnapshotOfVersion2 } from "../workflows/migrate";
import { startVersion2, stepOfVersion2 } from "../workflows/version-2";
import type { Event } from "./world";

/** What the procedure remembers of a case, in the form of the version that wrote it. */
export type Memory = CaseSnapshot | SnapshotOfVersion2;

/** Whether today's version of the procedure wrote it. */
export function isOfToday(memory: Memory): memory is CaseSnapshot {
  return memory.version === MACHINE_VERSION;
}

/** Starts a case on one of the two versions. */
export function startOn(version: number, start: CaseStart): Memory {
  return version === MIGRATED_VERSION ? startVersion2(start) : startCase(start);
}

/**
 * Takes one step, by version 2 while the case ran on it, else by today's; a case goes over as it does in the office, where it is read.
 *
 * Errors: Refusal.
 */
export function stepOn(
  memory: Memory,
  event: Event,
  onOld: boolean,
): Pick<StepResult, "effects"> & { readonly snapshot: Memory } {
  if (isOfToday(memory)) return step(memory, event);
  return onOld ? stepOfVersion2(memory, event) : step(migrate(memory), event);
}
