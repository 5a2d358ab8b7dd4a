import type { ReactNode } from "react";
import { useHref } from "~/components/href";
import { PublicPage } from "~/components/public-page";
import { CASE_KINDS } from "~/forms";
import { TIERS } from "~workflows/codes";
import type { Limits } from "~workflows/limits";
import type { Outline } from "~workflows/outline";
import { Everywhere } from "./everywhere";
import { GuardList, guardAnchor } from "./guard-list";
import { LimitsTable } from "./limits-table";
import { NeverList } from "./never-list";
import { OverduePolicies, type OverduePolicy } from "./overdue-policies";
import { Regions } from "./region-section";
import { Legend, TripsFigure, usePictures, WayFigure } from "./stage-figures";
import { StageList } from "./stage-list";
import { useNames } from "./use-names";

/** The published procedure of one kind: pictures, stages, times, rules, and what can never happen. Readable without scripts. */
export function ProcedurePage({
  outline,
  limits,
  overdue,
}: {
  outline: Outline;
  limits: Limits;
  overdue: readonly OverduePolicy[];
}) {
  const { t, anyOf, state } = useNames();
  const pictures = usePictures(outline);
  const work = anyOf(pictures.work.map(state));
  return (
    <PublicPage>
      <div className="procedure-page">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <Kinds kind={outline.kind} />
        <OverduePolicies policies={overdue} />
        <Contents />
        <div className="procedure-body">
          <Part id="way">
            <WayFigure outline={outline} pictures={pictures} here={null} />
            <Legend />
            <h2 id="trips">{t("section.trips")}</h2>
            <p>{t("picture.tripsLead", { work })}</p>
            <TripsFigure outline={outline} pictures={pictures} here={null} />
            <Everywhere outline={outline} />
          </Part>
          <Part id="stages">
            <StageList
              outline={outline}
              pictures={pictures}
              limits={limits}
              here={null}
              guardHref={(guard) => `#${guardAnchor(guard)}`}
            />
          </Part>
        </div>
        <Part id="clocks">
          <p>{t("clocks.lead")}</p>
          <Tiers />
          <LimitsTable outline={outline} limits={limits} />
          <p className="quiet">{t("clocks.office")}</p>
        </Part>
        <Part id="beside">
          <p>{t("beside.lead")}</p>
          <Regions outline={outline} />
        </Part>
        <Part id="guards">
          <p>{t("guards.lead")}</p>
          <GuardList outline={outline} />
        </Part>
        <Part id="never">
          <p>{t("never.lead")}</p>
          <NeverList />
        </Part>
      </div>
    </PublicPage>
  );
}

function Part({ id, children }: { id: string; children: ReactNode }) {
  const { t } = useNames();
  return (
    <section id={id}>
      <h2>{t(`section.${id}`)}</h2>
      {children}
    </section>
  );
}

function Kinds({ kind }: { kind: string }) {
  const names = useNames();
  const href = useHref();
  return (
    <nav className="procedure-kinds" aria-label={names.t("kinds")}>
      {CASE_KINDS.map((one) => (
        <a key={one} href={href("/procedure", { kind: one })} aria-current={one === kind ? "page" : undefined}>
          {names.kind(one)}
        </a>
      ))}
    </nav>
  );
}

const SECTIONS = ["way", "trips", "stages", "clocks", "beside", "guards", "never"] as const;

function Contents() {
  const { t } = useNames();
  return (
    <nav className="procedure-contents" aria-label={t("contents")}>
      {SECTIONS.map((id) => (
        <a key={id} href={`#${id}`}>
          {t(`section.${id}`)}
        </a>
      ))}
    </nav>
  );
}

function Tiers() {
  const { t, tierMeans } = useNames();
  return (
    <dl className="tiers" aria-label={t("clocks.tiers")}>
      {TIERS.map((tier) => (
        <div key={tier}>
          <dt>{tier}</dt>
          <dd>{tierMeans(tier)}</dd>
        </div>
      ))}
    </dl>
  );
}
