import { useWords } from "~/components/words";
import type { OpenedCase } from "~/desk/open-case";
import { readText } from "~/desk/read-bodies";
import type { CaseRecord } from "~/desk/records";
import { ClosedItem } from "../case/closed-item";

import { TriageSheet } from "../case/triage-sheet";
import { PlainText } from "../plain-text";
import { usePersonName } from "../use-person-name";

/** The very text that is answered, so that nobody approves words that they have not seen. */
export function Proposal({ record, opened }: { record: CaseRecord; opened: OpenedCase }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const proposal = record.snapshot.context.proposal;
  const name = usePersonName(proposal?.by ?? null);
  if (!proposal) return null;
  const one = opened.items.find(({ item }) => item.digest === proposal.digest);
  return (
    <section className="note proposal" aria-label={t("act.proposal")}>
      <p className="strong">{t("act.proposedBy", { name, act: codes(`events.${proposal.event}.label`) })}</p>
      {!one && <p>{t("act.proposalMissing")}</p>}
      {one && one.state !== "open" && <ClosedItem one={one} />}
      {one?.state === "open" && one.item.kind === "triage" && <TriageSheet body={one.body} record={record} />}
      {one?.state === "open" && one.item.kind !== "triage" && (
        <p>
          <PlainText text={readText(one.body)} />
        </p>
      )}
    </section>
  );
}
