import type { EventType, OpenAct } from "./records";

type Named = Pick<OpenAct, "event" | "for">;

/** What tells one act of a case from the others: the event, and for a proposal also the step that it is for. */
export function actKey({ event, for: answer }: Named): string {
  return answer ? `${event} ${answer}` : event;
}

/** The step that a person thinks of: what they do, or what they propose to somebody else. */
export function stepOf({ event, for: answer }: Named): EventType {
  return answer ?? event;
}
