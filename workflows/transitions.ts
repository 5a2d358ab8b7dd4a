import { type AnyActorLogic, type AnyActorScope, createActor } from "xstate";
import type { CaseEvent } from "./events";
import type { CaseMachine } from "./machine";
import type { CaseSnapshot } from "./snapshot";

/** Takes one transition of a machine; an event that no state takes gives the same context back. */
export type Transition = (
  current: Pick<CaseSnapshot, "value" | "context" | "status">,
  event: CaseEvent,
) => Pick<CaseSnapshot, "value" | "context" | "status">;

/**
 * The pure transition of a machine.
 *
 * Shape: the same as XState's `transition`, which makes an actor for every call; that takes longer than the step itself.
 *        The one actor made here is never started and has no timers, children or memory, so that all calls can share it.
 */
export function transitionOf(machine: CaseMachine): Transition {
  const self = createActor(machine as unknown as AnyActorLogic);
  const nothing = () => {};
  const scope = {
    self,
    system: self.system,
    id: "",
    sessionId: "",
    defer: nothing,
    logger: nothing,
    stopChild: nothing,
    emit: nothing,
    actionExecutor: nothing,
  } as unknown as AnyActorScope;
  return ({ value, context, status }, event) => {
    const current = machine.resolveState({ value, context, status } as never);
    const next = machine.transition(current, event as never, scope as never);
    return {
      value: next.value as unknown as CaseSnapshot["value"],
      context: next.context,
      status: next.status === "done" ? "done" : "active",
    };
  };
}
