import { useHref } from "~/components/href";
import { guardAnchor } from "~/components/procedure/guard-list";
import { Legend, TripsFigure, usePictures, WayFigure } from "~/components/procedure/stage-figures";
import { StageList } from "~/components/procedure/stage-list";
import { PROCEDURE } from "~/components/procedure/steps";
import { useNames } from "~/components/procedure/use-names";
import { useWords } from "~/components/words";
import type { CaseRecord } from "~/desk/records";
import { PUBLISHED_LIMITS } from "~workflows/limits";
import { describe } from "~workflows/outline";

/** The procedure of this case as it is published, with the stage lit in which the case is, and the same in words. */
export function Procedure({ record }: { record: CaseRecord }) {
  const desk = useWords("desk");
  const { t, state } = useNames();
  const href = useHref();
  const outline = describe(record.kind);
  const pictures = usePictures(outline);
  const whole = href("/procedure", { kind: record.kind });
  return (
    <section id="procedure" aria-labelledby="procedure-heading">
      <h2 id="procedure-heading">{desk("case.section.procedure")}</h2>
      <Beside record={record} />
      <div className="case-charts">
        <WayFigure outline={outline} pictures={pictures} here={record.state} />
        <TripsFigure outline={outline} pictures={pictures} here={record.state} />
      </div>
      <Legend hasCase />
      <details>
        <summary>{t("case.show", { state: state(record.state) })}</summary>
        <StageList
          outline={outline}
          pictures={pictures}
          limits={PUBLISHED_LIMITS}
          here={record.state}
          guardHref={(guard) => `${whole}#${guardAnchor(guard)}`}
        />
      </details>
      <p>
        <a href={whole}>{t("case.all")}</a>
      </p>
    </section>
  );
}

/** Where the case stands in everything that runs beside the procedure. */
function Beside({ record }: { record: CaseRecord }) {
  const { t } = useNames();
  const codes = useWords("codes");
  const places = Object.entries(record.snapshot.value).filter(([region]) => region !== PROCEDURE);
  return (
    <>
      <h3>{t("case.beside")}</h3>
      <dl className="case-beside">
        {places.map(([region, state]) => (
          <div key={region}>
            <dt>{codes(`regions.${region}.label`)}</dt>
            <dd>{codes(`regionStates.${region}.${state}.label`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
