import { Problem } from "~/platform/problems.server";
import { type CaseSnapshot, Refusal, restore, SnapshotError, type StepResult, step } from "~workflows";

/** Runs the procedure; a refusal becomes an answer that names the rule and who could. */
export function stepOrRefuse(...[snapshot, event]: Parameters<typeof step>): StepResult {
  try {
    return step(snapshot, event);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const facts = { rule: error.rule, whoCould: error.whoCould, state: error.state };
    throw new Problem(422, "The procedure does not allow this step now, so nothing was stored.", facts);
  }
}

/** The stored procedure of a case; null for one that another version of the procedure wrote, which is read and not touched. */
export function findSnapshot(stored: string): CaseSnapshot | null {
  try {
    return restore(JSON.parse(stored));
  } catch (error) {
    if (error instanceof SnapshotError) return null;
    throw error;
  }
}

/** The stored procedure of a case that is to be moved; throws Problem 422 for one that this version does not know. */
export function restoreOrRefuse(stored: string): CaseSnapshot {
  const snapshot = findSnapshot(stored);
  if (snapshot) return snapshot;
  throw new Problem(
    422,
    "This case runs on a version of the procedure that is not known here, so it can be read and not changed. Nothing was stored.",
    { rule: "unknownVersion" },
  );
}
