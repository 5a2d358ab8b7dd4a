import { useState } from "react";
import { useWords } from "~/components/words";
import { getBytes } from "~/desk/office-api";
import type { CaseRecord } from "~/desk/records";
import { saveBlob } from "~/desk/save";
import { Failure } from "../failure";

/** Saves what outsiders need to check the case: the acts, signatures and digests, without anything that was written. */
export function ExportCase({ record }: { record: Pick<CaseRecord, "case" | "reference"> }) {
  const t = useWords("desk");
  const [state, setState] = useState<"idle" | "saving" | "saved">("idle");
  const [error, setError] = useState<unknown>(null);
  const save = async () => {
    setError(null);
    setState("saving");
    try {
      const bytes = await getBytes(`/api/v1/cases/${record.case}/export`);
      saveBlob(`case-${record.reference}.json`, new Blob([new Uint8Array(bytes)]));
      setState("saved");
    } catch (fault) {
      setError(fault);
      setState("idle");
    }
  };
  return (
    <section id="export" aria-labelledby="export-heading">
      <h2 id="export-heading">{t("export.heading")}</h2>
      <p className="quiet">{t("export.lead")}</p>
      <Failure error={error} />
      <p className="actions">
        <button type="button" className="button" disabled={state === "saving"} onClick={() => void save()}>
          {t(state === "saving" ? "export.saving" : "export.save")}
        </button>
        <span role="status">{state === "saved" ? t("export.saved") : ""}</span>
      </p>
    </section>
  );
}
