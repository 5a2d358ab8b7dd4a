import { useLanguage } from "~/components/words";
import { directionOf } from "~/locales/languages";
import type { Outline, OutlineRegion } from "~workflows/outline";
import { type NumberedWay, numberWays, type RegionSketch, regionSketch } from "./region-sketch";
import { PROCEDURE } from "./steps";
import { BoxShape, Strokes, Svg } from "./svg";
import { useNames } from "./use-names";

/** What runs beside the procedure: each region with its picture, what it is for, and its steps in words. */
export function Regions({ outline, level = "h3" }: { outline: Outline; level?: "h3" | "h4" }) {
  return (
    <div className="regions">
      {outline.regions
        .filter(({ id }) => id !== PROCEDURE)
        .map((region) => (
          <RegionCard key={region.id} region={region} Heading={level} />
        ))}
    </div>
  );
}

function RegionCard({ region, Heading }: { region: OutlineRegion; Heading: "h3" | "h4" }) {
  const { t } = useNames();
  const ways = numberWays(region);
  const label = (state: string) => t(`region.${region.id}.states.${state}`);
  const sketch = regionSketch(region, ways, label);
  return (
    <section className="card region" id={`region-${region.id}`}>
      <Heading>{t(`region.${region.id}.title`)}</Heading>
      <p>{t(`region.${region.id}.purpose`)}</p>
      <figure className="chart-figure">
        <RegionPicture region={region} sketch={sketch} />
      </figure>
      <details>
        <summary>{t("beside.steps")}</summary>
        <WayList ways={ways} label={label} />
      </details>
    </section>
  );
}

/** The steps of a region, numbered as in its picture. */
function WayList({ ways, label }: { ways: readonly NumberedWay[]; label: (state: string) => string }) {
  const { t, event, roles } = useNames();
  return (
    <ol className="region-steps">
      {ways.map(({ number, from, to, steps }) => (
        <li key={number} value={number}>
          {t("beside.step", { from: label(from), to: label(to) })}
          {steps.map((step) => (
            <span key={step.row} className="under">
              {event(step.event)} <span className="quiet">{t("stage.by", { roles: roles(step.by) })}</span>
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}

function RegionPicture({ region, sketch }: { region: OutlineRegion; sketch: RegionSketch }) {
  const { t, number } = useNames();
  const isMirrored = directionOf(useLanguage()) === "rtl";
  const xOf = (x: number) => (isMirrored ? sketch.width - x : x);
  return (
    <Svg
      name={`chart-${region.id}`}
      width={sketch.width}
      height={sketch.height}
      title={t("picture.region", { region: t(`region.${region.id}.title`), states: region.states.length })}
      description={t("picture.regionText")}
    >
      <Strokes strokes={sketch.strokes} width={sketch.width} isMirrored={isMirrored} />
      {sketch.boxes.map((box) => (
        <BoxShape
          key={box.id}
          box={box}
          x={xOf(box.x)}
          className={box.id === region.initial ? "chart-box main" : "chart-box"}
        />
      ))}
      {sketch.tags.map((tag) => (
        <g key={tag.number} className="chart-tag">
          <circle cx={xOf(tag.x)} cy={tag.y} r={9} />
          <text x={xOf(tag.x)} y={tag.y + 3.6}>
            {number.format(tag.number)}
          </text>
        </g>
      ))}
    </Svg>
  );
}
