import type { Arrow, Drawing } from "./select";

/** Where a box stands: its row from the top, in the spine (column 0) or beside it (column 1). */
export type Place = { readonly row: number; readonly column: 0 | 1 };

/**
 * Gives every box of a drawing its row.
 *
 * Shape: the first side state stands in the row of the spine state that it is left for, the next ones below it, and the
 *        next spine state below them all; so what a stage needs stands beside the stage, and the spine stays straight.
 */
export function placeBoxes({ spine, sides, arrows }: Drawing): Map<string, Place> {
  const places = new Map<string, Place>();
  let next = 0;
  for (const main of spine) {
    const row = next;
    places.set(main, { row, column: 0 });
    const branch = branchOf(main, sides, arrows, places, new Set(spine));
    branch.forEach((side, index) => {
      places.set(side, { row: row + index, column: 1 });
    });
    next = row + Math.max(1, branch.length);
  }
  const lost = sides.filter((side) => !places.has(side));
  lost.forEach((side, index) => {
    places.set(side, { row: next + index, column: 1 });
  });
  return places;
}

function isWay(arrow: Arrow, from: string, to: string): boolean {
  return (arrow.from === from && arrow.to === to) || (arrow.returns && arrow.from === to && arrow.to === from);
}

/** The side states that a spine state leads to, each with those that only it leads on to. */
function branchOf(
  main: string,
  sides: readonly string[],
  arrows: readonly Arrow[],
  placed: ReadonlyMap<string, Place>,
  spine: ReadonlySet<string>,
): string[] {
  const branch: string[] = [];
  const leads = (from: string, to: string) =>
    arrows.some((arrow) => isWay(arrow, from, to) && (!arrow.returns || from === main));
  const isFree = (side: string) => !placed.has(side) && !branch.includes(side);
  const follow = (from: string) => {
    for (const side of sides) {
      const isOnlyHere = from === main || !arrows.some(({ from: other, to }) => to === side && spine.has(other));
      if (!isFree(side) || !leads(from, side) || !isOnlyHere) continue;
      branch.push(side);
      follow(side);
    }
  };
  follow(main);
  return branch;
}
