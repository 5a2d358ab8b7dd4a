import { useState } from "react";
import { useLanguage, useWords } from "~/components/words";
import { itemsOf } from "~/desk/case-sections";
import { writeBytes } from "~/desk/days";
import type { OpenedCase, OpenedItem } from "~/desk/open-case";
import { readManifest } from "~/desk/read-bodies";
import type { CaseRecord } from "~/desk/records";
import { visibleText } from "~/desk/safe-text";
import { saveFile } from "~/desk/save-file";
import { Failure } from "../failure";
import { ClosedItem } from "./closed-item";
import { SignerLine } from "./signer-line";

/** Files, each put together and checked on this device when it is saved. */
export function Files({ record, opened }: { record: CaseRecord; opened: OpenedCase }) {
  const t = useWords("desk");
  const items = itemsOf("files", record, opened);
  return (
    <section id="files" aria-labelledby="files-heading">
      <h2 id="files-heading">{t("case.section.files")}</h2>
      {items.length === 0 ? (
        <p className="quiet">{t("files.empty")}</p>
      ) : (
        <p className="note warn">{t("files.care")}</p>
      )}
      <ul className="plain">
        {items.map((one) => (
          <li key={one.item.id} className="card file">
            {one.state === "open" ? (
              <File one={one} caseId={record.case} privateKey={opened.keys.get(one.compartment.id) ?? ""} />
            ) : (
              <ClosedItem one={one} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type FileProps = { one: Extract<OpenedItem, { state: "open" }>; caseId: string; privateKey: string };

function File({ one, caseId, privateKey }: FileProps) {
  const t = useWords("desk");
  const language = useLanguage();
  const manifest = readManifest(one.body);
  const [done, setDone] = useState<number | null>(null);
  const [saved, setSaved] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (!manifest) return <p className="note bad">{t("item.fault.malformed")}</p>;
  const save = async () => {
    setError(null);
    setSaved(false);
    setDone(0);
    try {
      await saveFile(caseId, manifest, privateKey, setDone);
      setSaved(true);
    } catch (fault) {
      setError(fault);
    } finally {
      setDone(null);
    }
  };
  return (
    <>
      <p className="strong">
        <bdi className="file-name" dir="auto">
          {visibleText(manifest.name)}
        </bdi>
      </p>
      <p className="quiet small">
        {t("files.size", { size: writeBytes(manifest.bytes, language), count: manifest.parts.length })}
      </p>
      <SignerLine one={one} />
      {done !== null && <progress max={manifest.parts.length} value={done} aria-label={t("files.saving")} />}
      <Failure error={error} />
      <p className="actions">
        <button type="button" className="button" disabled={done !== null} onClick={() => void save()}>
          {t(done === null ? "files.save" : "files.saving")}
        </button>
        <span role="status">{saved ? t("files.saved") : ""}</span>
      </p>
    </>
  );
}
