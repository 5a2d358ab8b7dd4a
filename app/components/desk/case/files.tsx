import { useWords } from "~/components/words";
import { itemsOf } from "~/desk/case-sections";
import type { OpenedCase } from "~/desk/open-case";
import type { CaseRecord } from "~/desk/records";
import { ClosedItem } from "./closed-item";
import { FileCard } from "./file-card";

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
              <FileCard one={one} caseId={record.case} privateKey={opened.keys.get(one.compartment.id) ?? ""} />
            ) : (
              <ClosedItem one={one} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
