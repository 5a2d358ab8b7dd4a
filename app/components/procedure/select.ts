import type { Outline } from "~workflows/outline";
import { procedureRegion } from "./steps";
import { drawnWays } from "./told-steps";

/** One arrow: from a state to another; `returns` says that the other leads back as well. */
export type Arrow = { readonly from: string; readonly to: string; readonly returns: boolean };

/**
 * What one picture shows: a spine from top to bottom, side states beside it, and the arrows between them.
 *
 * Shape: `spine` and `sides` hold box ids; `states` says which states a box stands for. A box in `elsewhere` belongs to
 *        the other picture and is only pointed at.
 */
export type Drawing = {
  readonly spine: readonly string[];
  readonly sides: readonly string[];
  readonly states: Readonly<Record<string, readonly string[]>>;
  readonly elsewhere: readonly string[];
  readonly arrows: readonly Arrow[];
};

/**
 * The two pictures of a kind, and what neither shows.
 *
 * Shape: `way` is the main path with the stages beside it; `trips` the side trips that more than one work state shares,
 *        drawn once; `left` the few arrows that cross from one picture to the other and are told in words.
 */
export type Selection = {
  readonly way: Drawing;
  readonly trips: Drawing | null;
  readonly work: readonly string[];
  readonly left: readonly Arrow[];
};

type Way = { readonly from: string; readonly to: string };

/** States beside the main path that two of its states lead to: drawn from each, they would cover the picture. */
function sharedStates(ways: readonly Way[], sides: readonly string[], mainPath: readonly string[]): Set<string> {
  const early = mainPath.slice(0, mainPath.indexOf("decisionReview"));
  const before = (state: string) => new Set(ways.filter(({ to }) => to === state).map(({ from }) => from));
  const shared = new Set(sides.filter((side) => early.filter((main) => before(side).has(main)).length > 1));
  for (let known = -1; known !== shared.size; ) {
    known = shared.size;
    for (const side of sides) {
      const from = [...before(side)];
      const isBehind = from.some((state) => shared.has(state)) && !from.some((state) => mainPath.includes(state));
      if (isBehind) shared.add(side);
    }
  }
  return shared;
}

/** Two ways between the same boxes are one arrow with two heads. The earlier box comes first. */
function arrowsOf(ways: readonly Way[], order: readonly string[]): Arrow[] {
  const has = (from: string, to: string) => ways.some((way) => way.from === from && way.to === to);
  const pairs = new Map(ways.filter(({ from, to }) => from !== to).map((way) => [`${way.from} ${way.to}`, way]));
  return [...pairs.values()]
    .filter(({ from, to }) => !has(to, from) || order.indexOf(from) < order.indexOf(to))
    .map(({ from, to }) => ({ from, to, returns: has(to, from) }));
}

const alone = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, [id]]));

/** The box of the second picture that stands for every state from which the side trips start. */
export const WORK_BOX = "work";

/** Chooses what each picture of a kind shows, so that every state is drawn exactly once and few lines cross. */
export function selectPictures(outline: Outline): Selection {
  const mainPath: readonly string[] = outline.mainPath;
  const states = procedureRegion(outline).states.map(({ id }) => id);
  const ways = drawnWays(outline);
  const sides = states.filter((state) => !mainPath.includes(state));
  const shared = sharedStates(ways, sides, mainPath);
  const own = sides.filter((side) => !shared.has(side));
  const near = [...mainPath, ...own];
  const way: Drawing = {
    spine: mainPath,
    sides: own,
    states: alone(near),
    elsewhere: [],
    arrows: arrowsOf(
      ways.filter(({ from, to }) => near.includes(from) && near.includes(to)),
      near,
    ),
  };
  const work = mainPath.filter((main) => ways.filter(({ from, to }) => from === main && shared.has(to)).length > 1);
  const crossing = ways.filter(({ from, to }) => shared.has(from) !== shared.has(to));
  const isDrawn = ({ from, to }: Way) => work.includes(from) || work.includes(to) || to === "closed";
  const trips = shared.size > 0 ? tripsOf(ways, [...shared], work, crossing.filter(isDrawn)) : null;
  const left = arrowsOf(
    crossing.filter((one) => !isDrawn(one)),
    [...near, ...shared],
  );
  return { way, trips, work, left };
}

function tripsOf(ways: readonly Way[], shared: string[], work: readonly string[], crossing: readonly Way[]): Drawing {
  const box = (state: string) => (work.includes(state) ? WORK_BOX : state);
  const inner = ways.filter(({ from, to }) => shared.includes(from) && shared.includes(to));
  const all = [...inner, ...crossing].map(({ from, to }) => ({ from: box(from), to: box(to) }));
  const spine = [WORK_BOX, ...(all.some(({ to }) => to === "closed") ? ["closed"] : [])];
  return {
    spine,
    sides: shared,
    states: { ...alone([...shared, "closed"]), [WORK_BOX]: work },
    elsewhere: spine,
    arrows: arrowsOf(all, [...spine, ...shared]),
  };
}
