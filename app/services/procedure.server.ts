import { Problem } from "~/platform/problems.server";
import { Refusal, type StepResult, step } from "~workflows";

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
