import type { EventType } from "./events";

/** Steps that make a text of the office public. */
export const PUBLISHING = ["statement.publish", "specialReport.publish"] as const satisfies readonly EventType[];
export type Publishing = (typeof PUBLISHING)[number];

/** Tells a step that makes a text public from any other. */
export function publishes(event: unknown): event is Publishing {
  return PUBLISHING.some((known) => known === event);
}
