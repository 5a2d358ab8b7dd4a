import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { beforeAll, expect, describe as group, test, vi } from "vitest";
import { ProcedurePage } from "~/components/procedure/procedure-page";
import { Legend, TripsFigure, usePictures, WayFigure } from "~/components/procedure/stage-figures";
import { WordsProvider } from "~/components/words";
import { serverWords } from "~/locales/words.server";
import { PUBLISHED_LIMITS } from "~workflows/limits";
import { describe, type Outline } from "~workflows/outline";
import { KINDS, type Kind } from "~workflows/roles";

beforeAll(() => {
  // The memory router, which stands in for the server's, says so on every render.
  vi.spyOn(console, "error").mockImplementation((text: unknown) => {
    if (!String(text).includes("useLayoutEffect")) throw new Error(String(text));
  });
});

function render(element: ReactElement, language: "en" | "ar" = "en"): string {
  const router = createMemoryRouter([{ id: "root", path: "*", element }], { initialEntries: ["/procedure"] });
  return renderToStaticMarkup(
    <WordsProvider words={serverWords(language)}>
      <RouterProvider router={router} />
    </WordsProvider>,
  );
}

const page = (kind: Kind, overdue: { id: string; reviewBy: string }[] = []) => (
  <ProcedurePage outline={describe(kind)} limits={PUBLISHED_LIMITS} overdue={overdue} />
);

/** Both pictures of a case, lit at one stage. */
function Lit({ outline, here }: { outline: Outline; here: string }) {
  const pictures = usePictures(outline);
  return (
    <>
      <WayFigure outline={outline} pictures={pictures} here={here} />
      <TripsFigure outline={outline} pictures={pictures} here={here} />
      <Legend hasCase />
    </>
  );
}

group.each(KINDS)("the public procedure of a %s", (kind) => {
  test("names every picture for those who cannot see it, and says every stage in words", () => {
    const html = render(page(kind));
    const pictures = html.match(/<svg class="chart" role="img"/g) ?? [];
    expect(pictures.length).toBe(2 + describe(kind).regions.length - 1);
    for (const [, names = ""] of html.matchAll(/role="img" aria-labelledby="([^"]+)"/g)) {
      for (const id of names.split(" ")) expect(html.split(`id="${id}"`).length).toBe(2);
    }
    for (const { id } of describe(kind).regions[0]?.states ?? []) expect(html).toContain(`id="stage-${id}"`);
  });

  test.each(["en", "ar"] as const)("leaves no word unsaid (%s)", (language) => {
    const text = render(page(kind), language).replace(/<[^>]+>/g, " ");
    expect(
      text.match(/\b(?:states|events|roles|duties|region|guard|never|span|tiers|section|policies)\.\w[\w.-]*/g),
    ).toBeNull();
    expect(text).not.toContain("{{");
  });

  test("needs no script and no inline style", () => {
    expect(render(page(kind))).not.toMatch(/<script|\sstyle="|\son[a-z]+="/);
  });

  test("every link to a rule leads to its sentence", () => {
    const html = render(page(kind));
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
  });

  test("lights one stage and no other, wherever the case is", () => {
    const outline = describe(kind);
    for (const { id } of outline.regions[0]?.states ?? []) {
      const html = render(<Lit outline={outline} here={id} />);
      // One in a picture, one in the legend.
      expect(html.match(/chart-box here/g)?.length, id).toBe(2);
    }
  });
});

test("a policy past its review date is named in public", () => {
  expect(render(page("tip", [{ id: "tiers", reviewBy: "2026-06-30" }]))).toContain(
    "rules of urgency: to be reviewed by 30 June 2026",
  );
  expect(render(page("tip"))).not.toContain("past their review date");
});

test("in Arabic the picture is a mirror: the first stage stands on the right", () => {
  const firstX = (language: "en" | "ar") =>
    Number(/class="chart-box main"><rect x="([\d.]+)"/.exec(render(page("tip"), language))?.[1]);
  expect(firstX("ar")).toBeGreaterThan(firstX("en"));
});
