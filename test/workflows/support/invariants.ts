import type { Invariants } from "./invariant";
import { OF_CLOCKS } from "./invariants-of-clocks";
import { OF_PERSONS } from "./invariants-of-persons";
import { OF_RECORDS } from "./invariants-of-records";
import type { Taken } from "./taken";

/** Everything that must hold on every step that any procedure takes. */
export const INVARIANTS: Invariants = { ...OF_PERSONS, ...OF_RECORDS, ...OF_CLOCKS };

/** The names of the invariants that a step breaks. */
export function brokenBy(taken: Taken): string[] {
  return Object.entries(INVARIANTS).flatMap(([name, holds]) => (holds(taken) ? [] : [name]));
}
