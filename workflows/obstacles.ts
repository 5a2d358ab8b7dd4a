import type { CaseContext } from "./context";
import type { CaseEvent, EventType } from "./events";
import type { GuardName } from "./guards";
import type { Check, FormNeed } from "./guards/check";
import { guardsOf } from "./leads";
import { type Move, originOf } from "./moves";
import type { Procedure } from "./procedure";
import type { RefusalRule } from "./refusal";
import type { Row } from "./row";

/** A condition of a row that does not hold; with a `need`, the act itself could still supply it. */
export type Obstacle = { readonly rule: RefusalRule; readonly guard: GuardName; readonly need: FormNeed | null };

function isHere(context: CaseContext, { row, from, to, ifOrigin }: Move): boolean {
  return context.at[row.region] === from && (!ifOrigin || originOf(context, from) === to);
}

/** The moves that a case has where it stands, in every region, with side states resolved to the work that was left. */
export function movesHere({ led }: Procedure, context: CaseContext): Move[] {
  return Object.entries(context.at).flatMap(([region, state]) =>
    (led.get(`${region} ${state}`) ?? []).filter((move) => isHere(context, move)),
  );
}

/** The moves for one event. A date that has passed belongs to the region whose duty it names. */
export function movesFor({ heard }: Procedure, context: CaseContext, event: EventType): Move[] {
  return (heard.get(event) ?? []).filter((move) => isHere(context, move));
}

/** Everything that stands between an event and a row, in the order of the row's guards. The machine asks the same checks. */
export function obstaclesTo(
  { guards, asked }: Procedure,
  row: Row,
  context: CaseContext,
  event: CaseEvent,
): Obstacle[] {
  const about = asked(row);
  return guardsOf(row).flatMap((guard) =>
    guards[guard]
      .filter((check: Check) => !check.holds(context, event, about))
      .map((check: Check) => ({ rule: check.rule, guard, need: check.need?.(event) ?? null })),
  );
}
