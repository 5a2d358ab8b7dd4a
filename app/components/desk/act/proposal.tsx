import { useWords } from "~/components/words";
import { proposedAllegation } from "~/desk/allegations";
import { proposedItem } from "~/desk/proposed-item";
import { readText } from "~/desk/read-bodies";
import { ClosedItem } from "../case/closed-item";
import { TriageSheet } from "../case/triage-sheet";
import { PlainText } from "../plain-text";
import { usePersonName } from "../use-person-name";
import type { ActFieldsProps } from "./act-fields";
import { AllegationSaid } from "./allegation-field";

type ProposalProps = Pick<ActFieldsProps, "act" | "record" | "opened">;

/** The very text that is answered, so that nobody approves words that they have not seen. */
export function Proposal({ act, record, opened }: ProposalProps) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const proposal = record.snapshot.context.proposals[act.event];
  const name = usePersonName(proposal?.by ?? null);
  if (!proposal) return null;
  const one = proposedItem(record, opened, act.event);
  const { ground, for: answer } = proposal.codes;
  const step = codes(`events.${typeof answer === "string" ? answer : proposal.event}.label`);
  return (
    <section className="note proposal" aria-label={t("act.proposal")}>
      <p className="strong">{t("act.proposedBy", { name, act: step })}</p>
      <AllegationSaid record={record} id={proposedAllegation(record, act.event)} />
      {typeof ground === "string" && <p className="pill">{codes(`grounds.${ground}.label`)}</p>}
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
