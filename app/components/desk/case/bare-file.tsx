import { useState } from "react";
import { useWords } from "~/components/words";
import { type BareBody, bareFile } from "~/desk/open-bare-item";
import { visibleText } from "~/desk/safe-text";
import { saveBlob } from "~/desk/save";

/** A file that came as a bare message: it is open here already, and is saved as it is. */
export function BareFile({ body }: { body: BareBody }) {
  const t = useWords("desk");
  const [saved, setSaved] = useState(false);
  const save = async () => {
    const file = await bareFile(body);
    saveBlob(file.name, file);
    setSaved(true);
  };
  return (
    <>
      <p className="strong">
        <bdi className="file-name" dir="auto">
          {visibleText(body.text) || t("told.nameless")}
        </bdi>
      </p>
      <p className="note warn">{t("files.care")}</p>
      <p className="actions">
        <button type="button" className="button" onClick={() => void save()}>
          {t("told.saveFile")}
        </button>
        <span role="status">{saved ? t("told.savedFile") : ""}</span>
      </p>
    </>
  );
}
