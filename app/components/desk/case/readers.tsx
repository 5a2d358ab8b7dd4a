import { useWords } from "~/components/words";
import type { CaseRecord } from "~/desk/records";
import { usePersonName } from "../use-person-name";

/** Colleagues on the case to whose key nothing new can be sealed, and what has to be done where too few others are left. */
export function Readers({ record: { unusable = [], tooFewReaders, readOnly } }: { record: CaseRecord }) {
  const t = useWords("people");
  if (unusable.length === 0 || readOnly) return null;
  return (
    <div className="note warn">
      {unusable.map((person) => (
        <Unusable key={person} person={person} />
      ))}
      {tooFewReaders && <p>{t("readers.tooFew")}</p>}
    </div>
  );
}

function Unusable({ person }: { person: string }) {
  const t = useWords("people");
  return <p>{t("readers.unusable", { name: usePersonName(person) })}</p>;
}
