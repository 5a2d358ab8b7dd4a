import type { ReactNode } from "react";
import type { Outline } from "~workflows/outline";
import { drawPictures, type Pictures } from "./pictures";
import { Door, StagePicture } from "./stage-picture";
import { useNames } from "./use-names";

/** Draws a kind in the language of the page. */
export function usePictures(outline: Outline): Pictures {
  const { state, anyOf } = useNames();
  return drawPictures(outline, state, anyOf);
}

/** The way of a case as a picture. `here` lights the stage that a case is in. */
export function WayFigure({ outline, pictures, here }: { outline: Outline; pictures: Pictures; here: string | null }) {
  const { t, kind, state } = useNames();
  const { way, numbers, doors } = pictures;
  const [first, last] = [way.drawing.spine.at(0) ?? "", way.drawing.spine.at(-1) ?? ""];
  const said = t("picture.wayText", { main: way.drawing.spine.length, side: way.drawing.sides.length });
  return (
    <figure className="chart-figure">
      <StagePicture
        name="chart-way"
        picture={way}
        numbers={numbers}
        doors={doors}
        here={here}
        title={t("picture.way", { kind: kind(outline.kind), first: state(first), last: state(last) })}
        description={here === null ? said : `${t("picture.here", { state: state(here) })} ${said}`}
      />
    </figure>
  );
}

/** The side trips as a picture, and in a line below it the few ways that join the two pictures. */
export function TripsFigure({
  outline,
  pictures,
  here,
}: {
  outline: Outline;
  pictures: Pictures;
  here: string | null;
}) {
  const { t, kind, state, anyOf } = useNames();
  const { trips, numbers, left } = pictures;
  if (!trips) return null;
  const work = anyOf(pictures.work.map(state));
  return (
    <figure className="chart-figure">
      <StagePicture
        name="chart-trips"
        picture={trips}
        numbers={numbers}
        doors={[]}
        here={here}
        title={t("picture.trips", { kind: kind(outline.kind), work })}
        description={t("picture.tripsText", { side: trips.drawing.sides.length, work })}
      />
      {left.length > 0 && (
        <figcaption className="quiet">
          {t("picture.also")}
          <ul>
            {left.map(({ from, to, returns }) => (
              <li key={`${from}-${to}`}>
                {t(returns ? "picture.alsoBoth" : "picture.alsoTo", { from: state(from), to: state(to) })}
              </li>
            ))}
          </ul>
        </figcaption>
      )}
    </figure>
  );
}

/** What the lines and boxes of the pictures mean. */
export function Legend({ hasCase = false }: { hasCase?: boolean }) {
  const { t } = useNames();
  return (
    <ul className="chart-legend" aria-label={t("legend.title")}>
      <Sample word={t("legend.main")}>
        <path className="chart-line" d="M14 0v24" />
      </Sample>
      <Sample word={t("legend.side")} isSide>
        <path className="chart-line" d="M1 12h20" />
        <path className="chart-head" d="M27 12l-7-3.8v7.6Z" />
      </Sample>
      <Sample word={t("legend.both")} isSide>
        <path className="chart-line" d="M6 12h16" />
        <path className="chart-head" d="M27 12l-7-3.8v7.6ZM1 12l7-3.8v7.6Z" />
      </Sample>
      <Sample word={t("legend.door")} isSide>
        <Door x={14} y={12} />
      </Sample>
      {hasCase && (
        <Sample word={t("legend.here")}>
          <g className="chart-box here">
            <rect x={2} y={5} width={24} height={14} rx={4} />
          </g>
        </Sample>
      )}
    </ul>
  );
}

function Sample({ word, isSide = false, children }: { word: string; isSide?: boolean; children: ReactNode }) {
  return (
    <li>
      <svg className="chart-sample" viewBox="0 0 28 24" width={28} height={24} aria-hidden="true" focusable="false">
        <g className={isSide ? "chart-way" : "chart-way main"}>{children}</g>
      </svg>
      {word}
    </li>
  );
}
