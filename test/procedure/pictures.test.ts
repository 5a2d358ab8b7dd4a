import { expect, describe as group, test } from "vitest";
import { drawPictures, type Picture } from "~/components/procedure/pictures";
import { numberWays, regionSketch } from "~/components/procedure/region-sketch";
import { selectPictures, WORK_BOX } from "~/components/procedure/select";
import { procedureRegion, waysOf } from "~/components/procedure/steps";
import { everywhereRows } from "~/components/procedure/told-steps";
import codes from "~/locales/en/codes.json";
import { describe } from "~workflows/outline";
import { KINDS, type Kind } from "~workflows/roles";

const label = (state: string) => codes.states[state as keyof typeof codes.states].label;
const draw = (kind: Kind) => drawPictures(describe(kind), label, (labels) => labels.join(" or "));
const picturesOf = (kind: Kind): Picture[] => [draw(kind).way, draw(kind).trips].filter((one) => one !== null);

/** A telephone of 360 px leaves 328; what is drawn a tenth wider is still read without scrolling. */
const WIDEST = 380;

group.each(KINDS)("the pictures of a %s", (kind) => {
  const outline = describe(kind);
  const states = procedureRegion(outline).states.map(({ id }) => id);

  test("draw every state once, with the number of the list", () => {
    const own = picturesOf(kind).flatMap(({ drawing, sketch }) =>
      sketch.boxes.map(({ id }) => id).filter((id) => !drawing.elsewhere.includes(id)),
    );
    expect(own.sort()).toEqual([...states].sort());
    expect([...draw(kind).numbers.keys()].sort()).toEqual([...states].sort());
  });

  test("leave out no way: each is drawn, or told in words", () => {
    const { way, trips, left, work } = selectPictures(outline);
    const box = (state: string) => (work.includes(state) ? WORK_BOX : state);
    const all = [...way.arrows, ...left, ...(trips?.arrows ?? [])];
    const told = new Set(everywhereRows(outline).map(({ row }) => row));
    const isTold = (from: string, to: string) =>
      all.some((one) => (one.from === from && one.to === to) || (one.returns && one.from === to && one.to === from));
    const lost = waysOf(procedureRegion(outline)).filter(
      ({ row, from, to }) => !told.has(row) && !isTold(from, to) && !isTold(box(from), to) && !isTold(from, box(to)),
    );
    expect(lost.map(({ row, from, to }) => `${row} ${from} ${to}`)).toEqual([]);
  });

  test("draw no arrow that the machine does not have", () => {
    const { way, left } = selectPictures(outline);
    const ways = new Set(waysOf(procedureRegion(outline)).map(({ from, to }) => `${from} ${to}`));
    const drawn = [...way.arrows, ...left].flatMap(({ from, to, returns }) => [
      `${from} ${to}`,
      ...(returns ? [`${to} ${from}`] : []),
    ]);
    expect(drawn.filter((one) => !ways.has(one))).toEqual([]);
  });

  test("follow real steps down the main path", () => {
    const ways = new Set(waysOf(procedureRegion(outline)).map(({ from, to }) => `${from} ${to}`));
    const pairs = outline.mainPath.slice(1).map((to, index) => `${outline.mainPath[index]} ${to}`);
    expect(pairs.filter((pair) => !ways.has(pair))).toEqual([]);
  });

  test("fit a telephone, and no box lies on another", () => {
    for (const { sketch } of picturesOf(kind)) {
      expect(sketch.width).toBeLessThanOrEqual(WIDEST);
      for (const [index, a] of sketch.boxes.entries()) {
        expect(a.x - a.width / 2).toBeGreaterThan(0);
        expect(a.x + a.width / 2).toBeLessThan(sketch.width);
        const over = sketch.boxes.slice(index + 1).filter((b) => {
          const isBeside = Math.abs(a.x - b.x) >= (a.width + b.width) / 2;
          return !isBeside && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
        });
        expect(over.map(({ id }) => id)).toEqual([]);
      }
    }
  });

  test("come out the same each time", () => {
    expect(JSON.stringify(picturesOf(kind))).toBe(JSON.stringify(picturesOf(kind)));
  });

  test("show each region with all its states and ways", () => {
    for (const region of outline.regions.filter(({ id }) => id !== "procedure")) {
      const ways = numberWays(region);
      const sketch = regionSketch(region, ways, (state) => state);
      expect(sketch.boxes.map(({ id }) => id)).toEqual(region.states.map(({ id }) => id));
      expect(sketch.tags.map(({ number }) => number).sort((a, b) => a - b)).toEqual(ways.map(({ number }) => number));
      const pairs = new Set(waysOf(region).map(({ from, to }) => `${from} ${to}`));
      expect(ways.length).toBe(pairs.size);
    }
  });
});
