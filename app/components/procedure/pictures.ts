import type { Outline } from "~workflows/outline";
import { placeBoxes } from "./place";
import { type Arrow, type Drawing, selectPictures, WORK_BOX } from "./select";
import { type Sketch, sketchOf } from "./sketch";

export type Picture = { readonly drawing: Drawing; readonly sketch: Sketch };
/** Everything that is drawn of one kind, with one number for each state that pictures and list share. */
export type Pictures = {
  readonly way: Picture;
  readonly trips: Picture | null;
  readonly numbers: ReadonlyMap<string, number>;
  /** The work states from which the side trips of the second picture start. */
  readonly work: readonly string[];
  /** States of the first picture from which a way leads into the second. */
  readonly doors: readonly string[];
  readonly left: readonly Arrow[];
};

/** States in the order in which a reader meets them: down the spine, each with what stands beside it. */
function readingOrder(drawing: Drawing): string[] {
  const places = [...placeBoxes(drawing)].filter(([id]) => !drawing.elsewhere.includes(id));
  return places
    .sort(([, a], [, b]) => a.row - b.row || a.column - b.column)
    .flatMap(([id]) => [...(drawing.states[id] ?? [])]);
}

/**
 * Draws a kind: the way of a case, and the side trips that several of its stages share.
 *
 * Shape: `label` names a state; `join` names several at once, for the box that stands for all the work states.
 */
export function drawPictures(
  outline: Outline,
  label: (state: string) => string,
  join: (labels: string[]) => string,
): Pictures {
  const { way, trips, work, left } = selectPictures(outline);
  const nameOf =
    ({ states }: Drawing) =>
    (box: string) =>
      join((states[box] ?? [box]).map(label));
  const pictureOf = (drawing: Drawing): Picture => ({ drawing, sketch: sketchOf(drawing, nameOf(drawing)) });
  const order = [...readingOrder(way), ...(trips ? readingOrder(trips) : [])];
  const shared = trips?.sides ?? [];
  return {
    way: pictureOf(way),
    trips: trips && pictureOf(trips),
    numbers: new Map(order.map((state, index) => [state, index + 1])),
    work,
    doors: [...work, ...left.flatMap(({ from, to, returns }) => doorsOf([from, to], returns, shared))],
    left,
  };
}

/** The end of a crossing way that lies in the first picture, if the way can be taken from there. */
function doorsOf([from, to]: [string, string], returns: boolean, shared: readonly string[]): string[] {
  if (!shared.includes(from)) return [from];
  return returns ? [to] : [];
}

/** The states of a box, for lighting it when a case is in one of them. */
export function holdsState({ states }: Drawing, box: string, state: string | null): boolean {
  return state !== null && (states[box] ?? []).includes(state) && box !== WORK_BOX;
}
