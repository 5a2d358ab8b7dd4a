import { useWords } from "~/components/words";
import { itemsOf } from "~/desk/case-sections";
import type { OpenedCase, OpenedItem } from "~/desk/open-case";
import { readCode, readStandards, readText } from "~/desk/read-bodies";
import type { CaseRecord } from "~/desk/records";
import { PlainText } from "../plain-text";
import { ClosedItem } from "./closed-item";
import { SignerLine } from "./signer-line";
import { TriageSheet } from "./triage-sheet";

/** Triage sheets, reasons, findings and decisions: what the office thought, and on what grounds. */
export function Reasons({ record, opened }: { record: CaseRecord; opened: OpenedCase }) {
  const t = useWords("desk");
  const items = itemsOf("reasons", record, opened);
  const proposed = record.snapshot.context.proposal?.digest;
  return (
    <section id="reasons" aria-labelledby="reasons-heading">
      <h2 id="reasons-heading">{t("case.section.reasons")}</h2>
      {items.length === 0 && <p className="quiet">{t("reasons.empty")}</p>}
      <ol className="plain">
        {items.map((one) => (
          <li key={one.item.id} className="card" id={`item-${one.item.digest.slice(0, 12)}`}>
            {one.item.digest === proposed && <span className="pill soon">{t("reasons.proposed")}</span>}
            {one.state === "open" ? <Reason one={one} record={record} /> : <ClosedItem one={one} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Reason({ one, record }: { one: Extract<OpenedItem, { state: "open" }>; record: CaseRecord }) {
  const codes = useWords("codes");
  const [ground, outcome] = [readCode(one.body, "ground"), readCode(one.body, "outcome")];
  return (
    <>
      <h3>{codes(`items.${one.item.kind}`)}</h3>
      <SignerLine one={one} />
      {one.item.kind === "triage" ? (
        <TriageSheet body={one.body} record={record} />
      ) : (
        <>
          {ground && <p className="pill">{codes(`grounds.${ground}.label`)}</p>}
          {outcome && <p className="pill">{codes(`outcomes.${outcome}`)}</p>}
          <p>
            <PlainText text={readText(one.body)} />
          </p>
          <ul className="standards">
            {readStandards(one.body).map((standard) => (
              <li key={standard}>{codes(`standards.${standard}`, { defaultValue: standard })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
