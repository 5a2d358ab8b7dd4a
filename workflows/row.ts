import type { ChangeName } from "./changes";
import type { EventType } from "./events";
import type { GuardName } from "./guards";
import type { ActorRole } from "./roles";
import type { StateId } from "./states";

/**
 * One row of the published procedure tables, as data.
 *
 * Shape: `from` lists states; "@inquiry" is the kind's work state and "*" every state but archived.
 *        `to` is a state, "@inquiry", "@origin" (the work state that was left for this side state) or "@same" (the case stays where it is).
 *        A row to "@same" is a side act: it moves nothing and does not count as a step taken in the case.
 */
export type Row = {
  readonly id: string;
  readonly from: readonly (StateId | "@inquiry" | "*")[];
  readonly event: EventType;
  readonly by: readonly ActorRole[];
  readonly guards: readonly GuardName[];
  readonly to: StateId | "@inquiry" | "@origin" | "@same";
  readonly changes: readonly ChangeName[];
};
