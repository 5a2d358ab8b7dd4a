import { useState } from "react";
import { useLanguage, useWords } from "~/components/words";
import { writeBytes } from "~/desk/days";
import type { OpenedItem } from "~/desk/open-case";
import { readManifest } from "~/desk/read-bodies";
import { visibleText } from "~/desk/safe-text";
import { saveFile } from "~/desk/save-file";
import { Failure } from "../failure";
import { FileOrigin } from "./file-origin";
import { SignerLine } from "./signer-line";

type FileCardProps = { one: Extract<OpenedItem, { state: "open" }>; caseId: string; privateKey: string };

/** One file: what its sender's device says of it, and how it is fetched, checked and saved. */
export function FileCard({ one, caseId, privateKey }: FileCardProps) {
  const t = useWords("desk");
  const files = useWords("files");
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
      setSaved(await saveFile(caseId, manifest, privateKey, setDone));
    } catch (fault) {
      setError(fault);
    } finally {
      setDone(null);
    }
  };
  const isOther = (error as { fault?: unknown } | null)?.fault === "otherFile";
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
      <FileOrigin manifest={manifest} />
      {done !== null && <progress max={manifest.parts.length} value={done} aria-label={t("files.saving")} />}
      {isOther ? (
        <p className="note bad" role="alert">
          {files("desk.wrongDigest")}
        </p>
      ) : (
        <Failure error={error} />
      )}
      <p className="actions">
        <button type="button" className="button" disabled={done !== null} onClick={() => void save()}>
          {t(done === null ? "files.save" : "files.saving")}
        </button>
        <span role="status">{saved ? t("files.saved") : ""}</span>
      </p>
    </>
  );
}
