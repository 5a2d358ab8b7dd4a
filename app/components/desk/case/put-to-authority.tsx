import { useWords } from "~/components/words";
import { itemsOf } from "~/desk/case-sections";
import type { OpenedCase } from "~/desk/open-case";
import { readCode, readText } from "~/desk/read-bodies";
import type { CaseRecord } from "~/desk/records";
import { PlainText } from "../plain-text";
import { ClosedItem } from "./closed-item";
import { SignerLine } from "./signer-line";

/** What was put to an authority and what its contacts answered, for everybody who holds the key of this part. */
export function PutToAuthority({ record, opened }: { record: CaseRecord; opened: OpenedCase }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const items = itemsOf("package", record, opened);
  if (items.length === 0 && record.scope !== "respondent") return null;
  return (
    <section id="package" aria-labelledby="package-heading">
      <h2 id="package-heading">{t("case.section.package")}</h2>
      {items.length === 0 && <p className="quiet">{t("package.empty")}</p>}
      <ol className="plain messages">
        {items.map((one) => (
          <li key={one.item.id} className={`message card ${one.item.kind === "answer" ? "theirs" : "ours"}`}>
            {one.state === "open" ? (
              <>
                <p className="strong small">
                  {codes(`items.${one.item.kind}`)}
                  <Step event={readCode(one.body, "event")} />
                </p>
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

/** The step that an answer was given with. */
function Step({ event }: { event: string }) {
  const codes = useWords("codes");
  return event ? <> · {codes(`events.${event}.label`, { defaultValue: event })}</> : null;
}
