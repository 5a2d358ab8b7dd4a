import { useWords } from "~/components/words";
import { itemsOf } from "~/desk/case-sections";
import type { OpenedCase } from "~/desk/open-case";
import { readText } from "~/desk/read-bodies";
import type { CaseRecord } from "~/desk/records";
import { PlainText } from "../plain-text";
import { ClosedItem } from "./closed-item";
import { SignerLine } from "./signer-line";

/** The office's own notes. The reporter never sees them. */
export function Notes({ record, opened }: { record: CaseRecord; opened: OpenedCase }) {
  const t = useWords("desk");
  const items = itemsOf("notes", record, opened);
  return (
    <section id="notes" aria-labelledby="notes-heading">
      <h2 id="notes-heading">{t("case.section.notes")}</h2>
      {items.length === 0 && <p className="quiet">{t("notes.empty")}</p>}
      <ol className="plain">
        {items.map((one) => (
          <li key={one.item.id} className="card">
            {one.state === "open" ? (
              <>
                <SignerLine one={one} />
                <p>
                  <PlainText text={readText(one.body)} />
                </p>
              </>
            ) : (
              <ClosedItem one={one} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
