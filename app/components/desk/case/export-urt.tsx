import { useState } from "react";
import { useWords } from "~/components/words";
import type { ReportBody } from "~/desk/read-bodies";
import type { CaseItem, CaseRecord } from "~/desk/records";
import { saveText } from "~/desk/save";
import { writeUrt } from "~/desk/write-urt";
import { Failure } from "../failure";

/** Saves the opened report in the template that offices share. It is made on this device; the server has no part in it. */
export function ExportUrt({ record, report, item }: { record: CaseRecord; report: ReportBody; item: CaseItem }) {
  const t = useWords("desk");
  const [isSaved, setSaved] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const save = async () => {
    try {
      setError(null);
      saveText(`urt-${record.reference}.json`, await writeUrt(record, report, item));
      setSaved(true);
    } catch (fault) {
      setError(fault);
    }
  };
  return (
    <details className="card">
      <summary>{t("report.urt.heading")}</summary>
      <p className="quiet">{t("report.urt.lead")}</p>
      <Failure error={error} />
      <p className="actions">
        <button type="button" className="button" onClick={() => void save()}>
          {t("report.urt.save")}
        </button>
        <a href="/schema/urt-1.0.json">{t("report.urt.schema")}</a>
        <span role="status">{isSaved ? t("report.urt.saved") : ""}</span>
      </p>
    </details>
  );
}
