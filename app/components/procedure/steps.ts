import type { Outline, OutlineRegion, OutlineTransition } from "~workflows/outline";

/** The region that the way of a case is drawn from; the others run beside it. */
export const PROCEDURE = "procedure";

/** The procedure's own region. */
export function procedureRegion({ regions, kind }: Outline): OutlineRegion {
  const found = regions.find(({ id }) => id === PROCEDURE);
  if (!found) throw new RangeError(`The outline of a ${kind} has no procedure.`);
  return found;
}

/** The steps that lead somewhere else; a step that leaves the case where it is is told, but not drawn. */
export function waysOf({ transitions }: OutlineRegion): OutlineTransition[] {
  return transitions.filter(({ from, to }) => from !== to);
}
