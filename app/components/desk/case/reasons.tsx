import { useWords } from "~/components/words";
import { itemsOf } from "~/desk/case-sections";
import type { OpenedCase, OpenedItem } from "~/desk/open-case";
import { readStatement } from "~/desk/public-text";
import { readStandards, readText } from "~/desk/read-bodies";
import { reasonCodes, reasonedStep } from "~/desk/reason-codes";
import type { CaseRecord } from "~/desk/records";
import { PlainText } from "../plain-text";
import { ClosedItem } from "./closed-item";
import { PublicTextView } from "./public-text-view";
import { SignerLine } from "./signer-line";
import { TriageSheet } from "./triage-sheet";

/** Triage sheets, reasons, findings and decisions: what the office thought, and on what grounds. */
export function Reasons({ record, opened }: { record: CaseRecord; opened: OpenedCase }) {
  const t = useWords("desk");
  const publish = useWords("publish");
  const items = itemsOf("reasons", record, opened);
  const proposed = proposedDigests(record);
  return (
    <section id="reasons" aria-labelledby="reasons-heading">
      <h2 id="reasons-heading">{t("case.section.reasons")}</h2>
      {(record.published ?? []).map(({ number, kind }) => (
        <p key={number} className="note">
          {/* In a tab of its own: leaving this page would drop the unlocked key. */}
          <a href={`/decisions/${number}`} target="_blank" rel="noopener">
            {publish(`published.${kind}`, { number })}
          </a>
        </p>
      ))}
      {items.length === 0 && <p className="quiet">{t("reasons.empty")}</p>}
      <ol className="plain">
        {items.map((one) => (
          <li key={one.item.id} className="card" id={`item-${one.item.digest.slice(0, 12)}`}>
            {proposed.includes(one.item.digest) && <span className="pill soon">{t("reasons.proposed")}</span>}
            {one.state === "open" ? <Reason one={one} record={record} /> : <ClosedItem one={one} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The texts that wait for a second person's answer. A case that another version wrote tells none. */
function proposedDigests({ snapshot, readOnly }: CaseRecord): string[] {
  return readOnly ? [] : Object.values(snapshot.context.proposals).map(({ digest }) => digest);
}

type ReasonProps = { one: Extract<OpenedItem, { state: "open" }>; record: CaseRecord };

function Reason({ one, record }: ReasonProps) {
  const codes = useWords("codes");
  const step = reasonedStep(one.body);
  return (
    <>
      <h3>
        {codes(`items.${one.item.kind}`)}
        {step && <span className="quiet"> · {codes(`events.${step}.label`, { defaultValue: step })}</span>}
      </h3>
      <SignerLine one={one} />
      {one.item.kind === "triage" && <TriageSheet body={one.body} record={record} />}
      {one.item.kind === "statement" && <ProposedText one={one} />}
      {one.item.kind !== "triage" && one.item.kind !== "statement" && (
        <>
          <ReasonCodes one={one} />
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

/** A text that somebody proposed to publish. */
function ProposedText({ one }: Pick<ReasonProps, "one">) {
  const text = readStatement(one.body);
  return text && <PublicTextView text={text} level="h4" />;
}

/** Ground, outcome and the like, as the author sealed them beside the text. */
function ReasonCodes({ one }: Pick<ReasonProps, "one">) {
  const codes = useWords("codes");
  return reasonCodes(one.body).map(({ list, code }) => (
    <p className="pill" key={`${list} ${code}`}>
      {codes([`${list}.${code}.label`, `${list}.${code}`], { defaultValue: code })}
    </p>
  ));
}
