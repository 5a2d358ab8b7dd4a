import { useWords } from "~/components/words";
import type { OpenedCase } from "~/desk/open-case";
import { readLines } from "~/desk/read-bodies";
import type { CaseRecord } from "~/desk/records";
import { PlainText } from "../plain-text";
import { usePersonName } from "../use-person-name";

/** Who the reporter is, where they said so. It opens only when one person releases it and another opens it. */
export function Identity({ record, opened }: { record: CaseRecord; opened: OpenedCase }) {
  const t = useWords("desk");
  const compartment = record.compartments.find(({ type }) => type === "identity");
  const second = usePersonName(compartment?.outer?.second ?? null);
  if (!compartment) return null;
  const one = opened.items.find(({ item }) => item.kind === "identity");
  return (
    <section className="card identity" aria-labelledby="identity">
      <h3 id="identity">{t("identity.heading")}</h3>
      {one?.state === "open" ? (
        <dl className="facts">
          {readLines(one.body).map(([field, text]) => (
            <div key={field}>
              <dt>{t([`identity.field.${field}`, "identity.field.other"])}</dt>
              <dd>
                <PlainText text={text} />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>{compartment.outer ? t("identity.youRelease", { name: second }) : t("identity.sealed")}</p>
      )}
      {one?.state === "damaged" && <p className="note bad">{t([`item.fault.${one.fault}`, "item.fault.unknown"])}</p>}
    </section>
  );
}
