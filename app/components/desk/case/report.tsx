import { useEffect, useState } from "react";
import { useLanguage, useWords } from "~/components/words";
import { readBare, withoutKeys } from "~/desk/open-bare-item";
import type { OpenedCase } from "~/desk/open-case";
import { type Body, readReport } from "~/desk/read-bodies";
import type { CaseRecord } from "~/desk/records";
import { type ReportLine, reportLines } from "~/desk/report-lines";
import { differsFromOriginal, reportOf } from "~/desk/summary";
import { PlainText } from "../plain-text";
import { useDesk } from "../use-desk";
import { ClosedItem } from "./closed-item";
import { Identity } from "./identity";
import { IntegrityLine } from "./signer-line";

/** The report, as the reporter sealed it. */
export function Report({ record, opened }: { record: CaseRecord; opened: OpenedCase }) {
  const t = useWords("desk");
  const one = reportOf(opened);
  return (
    <section id="report" aria-labelledby="report-heading">
      <h2 id="report-heading" className="visually-hidden">
        {t("case.section.report")}
      </h2>
      {!one && <p className="note bad">{t("report.missing")}</p>}
      {one && one.state !== "open" && <ClosedItem one={one} />}
      {one?.state === "open" && (
        <>
          <IntegrityLine one={one} record={record} />
          {differsFromOriginal(one, opened) && <p className="note bad">{t("item.copyDiffers")}</p>}
          <ReportCard record={record} body={one.body} />
        </>
      )}
      <Identity record={record} opened={opened} />
    </section>
  );
}

function ReportCard({ record, body }: { record: CaseRecord; body: Body }) {
  const t = useWords("desk");
  const bare = readBare(body);
  if (bare) {
    return (
      <div className="card">
        <p className="quiet">{t("report.bare")}</p>
        <p>
          <PlainText text={withoutKeys(bare.text)} />
        </p>
        <p className="quiet small">{t(bare.replyKey ? "report.replyKey" : "report.noReplyKey")}</p>
        {bare.text !== withoutKeys(bare.text) && (
          <details>
            <summary>{t("report.whole")}</summary>
            <p className="mono small">
              <PlainText text={bare.text} />
            </p>
          </details>
        )}
      </div>
    );
  }
  return <Answers record={record} body={body} />;
}

function Answers({ record, body }: { record: CaseRecord; body: Body }) {
  const t = useWords("desk");
  const language = useLanguage();
  const [lines, setLines] = useState<ReportLine[]>([]);
  const report = readReport(body);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `report` is read from `body` anew each time
  useEffect(() => {
    let current = true;
    void reportLines(report, record.kind, language).then((found) => {
      if (current) setLines(found);
    });
    return () => {
      current = false;
    };
  }, [body, record.kind, language]);
  return (
    <div className="card">
      <dl className="facts answers">
        {lines.map((line) => (
          <div key={line.id} className={line.warns ? "warns" : undefined}>
            <dt>{line.label}</dt>
            <dd>
              {line.values.map((value) => (
                <span key={value} className={line.isList ? "pill" : undefined}>
                  <PlainText text={value} />
                </span>
              ))}
              {line.yes && t("report.yes")}
              {line.warning && <span className="under late">{line.warning}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <Struck people={report.struck} />
    </div>
  );
}

/** Whom the reporter wants kept out. They see no row of this case. */
function Struck({ people }: { people: string[] }) {
  const t = useWords("desk");
  const { directory } = useDesk();
  if (people.length === 0) return null;
  const names = people.map(
    (person) => directory.find((one) => one.person === person)?.displayName ?? t("people.unknown"),
  );
  return <p className="note warn">{t("report.struck", { names: names.join(t("list.comma")) })}</p>;
}
