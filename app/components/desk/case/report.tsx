import { useWords } from "~/components/words";
import { readBare, withoutKeys } from "~/desk/open-bare-item";
import type { OpenedCase } from "~/desk/open-case";
import type { Body } from "~/desk/read-bodies";
import type { CaseItem, CaseRecord } from "~/desk/records";
import { differsFromOriginal, reportOf } from "~/desk/summary";
import { PlainText } from "../plain-text";
import { BareFile } from "./bare-file";
import { ClosedItem } from "./closed-item";
import { Identity } from "./identity";
import { ReportAnswers } from "./report-answers";
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
          <ReportCard record={record} body={one.body} item={one.item} />
        </>
      )}
      <Identity record={record} opened={opened} />
    </section>
  );
}

function ReportCard({ record, body, item }: { record: CaseRecord; body: Body; item: CaseItem }) {
  const t = useWords("desk");
  const bare = readBare(body);
  if (bare) {
    return (
      <div className="card">
        <p className="quiet">{t("report.bare")}</p>
        {bare.file !== undefined ? (
          <BareFile body={bare} />
        ) : (
          <p>
            <PlainText text={withoutKeys(bare.text)} />
          </p>
        )}
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
  return <ReportAnswers record={record} body={body} item={item} />;
}
