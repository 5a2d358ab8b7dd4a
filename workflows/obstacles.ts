import type { CaseContext } from "./context";
import type { CaseEvent } from "./events";
import type { GuardName } from "./guards";
import type { Check, FormNeed } from "./guards/check";
import { guardsOf } from "./machine";
import type { Procedure } from "./procedure";
import type { RefusalRule } from "./refusal";
import type { Row } from "./row";
import type { Move } from "./rows";
import type { StateId } from "./states";

/** A condition of a row that does not hold; with a `need`, the act itself could still supply it. */
export type Obstacle = { readonly rule: RefusalRule; readonly guard: GuardName; readonly need: FormNeed | null };

/** The moves that the current state has for an event, with side states resolved to the work that was left. */
export function movesFor({ moves }: Procedure, state: StateId, { workOrigin }: CaseContext): Move[] {
  return moves.filter(({ from, to, ifOrigin }) => from === state && (!ifOrigin || to === workOrigin));
}

/** Everything that stands between an event and a row, in the order of the row's guards. The machine asks the same checks. */
export function obstaclesTo({ guards }: Procedure, row: Row, context: CaseContext, event: CaseEvent): Obstacle[] {
  return guardsOf(row).flatMap((guard) =>
    guards[guard]
      .filter((check: Check) => !check.holds(context, event, row))
      .map((check: Check) => ({ rule: check.rule, guard, need: check.need?.(event) ?? null })),
  );
}
