import { useWords } from "~/components/words";
import { itemsOf } from "~/desk/case-sections";
import type { OpenedCase } from "~/desk/open-case";
import type { CaseRecord } from "~/desk/records";
import { Kept } from "../handover/kept";
import { ClosedItem } from "./closed-item";
import { SignerLine } from "./signer-line";

/** The packages that other offices received, for whoever comes to the case later. */
export function HandedOn({ record, opened }: { record: CaseRecord; opened: OpenedCase }) {
  const t = useWords("desk");
  const items = itemsOf("handover", record, opened);
  if (items.length === 0) return null;
  return (
    <section id="handover" aria-labelledby="handover-heading">
      <h2 id="handover-heading">{t("case.section.handover")}</h2>
      <ol className="plain">
        {items.map((one) => (
          <li key={one.item.id} className="card">
            {one.state === "open" ? (
              <>
                <SignerLine one={one} />
                <Kept body={one.body} />
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
