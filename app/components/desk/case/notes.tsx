import { useWords } from "~/components/words";
import { itemsOf } from "~/desk/case-sections";
import type { OpenedCase } from "~/desk/open-case";
import { type Body, readCode, readText } from "~/desk/read-bodies";
import type { CaseRecord } from "~/desk/records";
import { visibleText } from "~/desk/safe-text";
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
                <About body={one.body} />
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

/** The step that a note was written for, and the file that it describes. */
function About({ body }: { body: Body }) {
  const codes = useWords("codes");
  const [step, file] = [readCode(body, "event"), readCode(body, "file")];
  if (!step) return null;
  return (
    <p className="strong small">
      {codes(`events.${step}.label`, { defaultValue: step })}
      {file && (
        <>
          {" · "}
          <bdi>{visibleText(file)}</bdi>
        </>
      )}
    </p>
  );
}
