import { useWords } from "~/components/words";
import { isPressing } from "~/desk/act-places";
import { besideOf } from "~/desk/beside";
import type { CaseRecord } from "~/desk/records";
import { NextLine } from "./next-line";

/** What stands above the file: what is next, who and by when; which cases belong together; and whether anything can be done here. */
export function CaseHead({ record }: { record: CaseRecord }) {
  const t = useWords("desk");
  return (
    <>
      {record.readOnly ? <p className="note warn">{t("case.readOnly")}</p> : <NextLine record={record} />}
      {!record.readOnly && <Pressing record={record} />}
      {record.lead && <p className="note">{t("case.joinedTo", { reference: record.lead.reference })}</p>}
      {record.isLead > 0 && <p className="note">{t("case.leads", { count: record.isLead })}</p>}
    </>
  );
}

/** What goes on beside the procedure and does not wait. On a telephone the acts for it stand far below. */
function Pressing({ record }: { record: CaseRecord }) {
  const codes = useWords("codes");
  const pressing = besideOf(record).filter(({ region }) => isPressing(record, region));
  return pressing.map(({ region, state }) => (
    <p key={region} className="note warn">
      <span className="strong">{codes(`regionStates.${region}.${state}.label`)}.</span>{" "}
      {codes(`regionStates.${region}.${state}.means`)}
    </p>
  ));
}
