import { useLanguage, useWords } from "~/components/words";
import type { ChainReport } from "~/desk/check-chain";
import { writeDay } from "~/desk/days";
import type { CaseAct, CaseRecord } from "~/desk/records";
import { useDesk } from "../use-desk";
import { usePersonName } from "../use-person-name";
import { ActCodes } from "./timeline-codes";

/** Every act with who, when and as what, and whether this device found the chain whole. */
export function Timeline({ record, chain }: { record: CaseRecord; chain: ChainReport | null }) {
  const t = useWords("desk");
  return (
    <section id="timeline" aria-labelledby="timeline-heading">
      <h2 id="timeline-heading">{t("case.section.timeline")}</h2>
      <div role="status">
        {chain && chain.brokenAt === null && (
          <p className="integrity good">{t("timeline.whole", { count: record.acts.length })}</p>
        )}
        {chain && chain.brokenAt !== null && (
          <p className="note bad">
            {t("timeline.broken", {
              number: chain.brokenAt + 1,
              fault: t([`timeline.fault.${chain.fault}`, "timeline.fault.unknown"]),
            })}
          </p>
        )}
        {!chain && <p className="quiet">{t("timeline.unchecked")}</p>}
      </div>
      <ol className="timeline">
        {record.acts.map((act) => (
          <TimelineAct key={act.seq} act={act} chain={chain} />
        ))}
      </ol>
    </section>
  );
}

function TimelineAct({ act, chain }: { act: CaseAct; chain: ChainReport | null }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const language = useLanguage();
  const { today } = useDesk();
  const name = usePersonName(act.actor);
  const isPerson = act.actor !== "reporter" && act.actor !== "system";
  const holds = chain && (chain.brokenAt === null || act.seq < chain.brokenAt);
  return (
    <li>
      <span className="strong">{codes(`events.${act.event}.done`)}</span>
      <span className="quiet">
        {isPerson ? t("timeline.by", { name, role: codes(`roles.${act.role}.label`) }) : name} ·{" "}
        <time dateTime={act.day}>{writeDay(act.day, language, today)}</time>
      </span>
      <ActCodes act={act} />
      {isPerson && (
        <span className={holds ? "small good" : "small quiet"}>
          {t(holds ? "timeline.signed" : "timeline.notChecked")}
        </span>
      )}
      {!isPerson && <span className="small quiet">{t("timeline.unsigned")}</span>}
    </li>
  );
}
