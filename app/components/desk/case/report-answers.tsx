import { useEffect, useState } from "react";
import { useLanguage, useWords } from "~/components/words";
import { type Body, readReport } from "~/desk/read-bodies";
import type { CaseItem, CaseRecord } from "~/desk/records";
import { type ReadReport, type ReportLine, reportLines } from "~/desk/report-lines";
import type { Line } from "~/forms";
import { writeLanguages } from "~/locales/write-day";
import { PlainText } from "../plain-text";
import { useDesk } from "../use-desk";
import { ExportUrt } from "./export-urt";

const NOTHING: ReadReport = { lines: [], faults: [], isDisclosure: false, otherKind: "" };

/** What the reporter answered, and what the form would not have let through. Nothing is left out for a failed check. */
export function ReportAnswers({ record, body, item }: { record: CaseRecord; body: Body; item: CaseItem }) {
  const t = useWords("desk");
  const language = useLanguage();
  const [read, setRead] = useState(NOTHING);
  const report = readReport(body);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `report` is read from `body` anew each time
  useEffect(() => {
    let current = true;
    void reportLines(report, record.kind, language).then((found) => {
      if (current) setRead(found);
    });
    return () => {
      current = false;
    };
  }, [body, record.kind, language]);
  return (
    <>
      <div className="card">
        {report.language && (
          <p className="quiet">{t("report.language", { language: writeLanguages([report.language], language) })}</p>
        )}
        {read.isDisclosure && <p className="note">{t("report.disclosure")}</p>}
        {read.otherKind && <p className="note warn">{t("report.otherKind", { kind: read.otherKind })}</p>}
        <Faults faults={read.faults} />
        <dl className="facts answers">
          {read.lines.map((line) => (
            <div key={line.id} className={line.warns ? "warns" : undefined}>
              <Answer line={line} />
            </div>
          ))}
        </dl>
        <Struck people={report.struck} />
      </div>
      <ExportUrt record={record} report={report} item={item} />
    </>
  );
}

function Answer({ line }: { line: ReportLine }) {
  return (
    <>
      <dt>{line.label}</dt>
      <dd>
        <Values line={line} isList={line.isList} />
        {line.warning && <span className="under late">{line.warning}</span>}
        <Rows line={line} />
      </dd>
    </>
  );
}

function Values({ line, isList = false }: { line: Line; isList?: boolean }) {
  const t = useWords("desk");
  if (line.is === "yes") return <>{t("report.yes")}</>;
  if (line.is === "about") return <PlainText text={t("report.about", { span: line.values[0] ?? "" })} />;
  return (
    <>
      {line.values.map((value) => (
        <span key={value} className={isList ? "pill" : undefined}>
          <PlainText text={value} />
        </span>
      ))}
    </>
  );
}

/** The rows of a group, each with its details under their own names. */
function Rows({ line }: { line: Line }) {
  return (
    <>
      {line.rows.map(({ title, lines }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and never change place
        <div key={index} className="answer-row">
          {title && (
            <b>
              <PlainText text={title} />
            </b>
          )}
          <dl>
            {lines.map((one) => (
              <div key={one.label}>
                <dt>{one.label}</dt>
                <dd>
                  <Values line={one} isList={one.values.length > 1} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </>
  );
}

function Faults({ faults }: { faults: string[] }) {
  const t = useWords("desk");
  if (faults.length === 0) return null;
  return (
    <div className="note warn">
      <p>{t("report.checks")}</p>
      <ul>
        {[...new Set(faults)].map((fault) => (
          <li key={fault}>
            <PlainText text={fault} />
          </li>
        ))}
      </ul>
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
