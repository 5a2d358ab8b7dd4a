import { useLanguage, useWords } from "~/components/words";
import { readAct } from "~/desk/check-chain";
import { writeDay } from "~/desk/days";
import type { CaseRecord } from "~/desk/records";
import { useDesk } from "../use-desk";
import { usePersonName } from "../use-person-name";

/** Colleagues who left while the case was theirs, as long as something has to be done because of it. */
export function Departures({ record }: { record: CaseRecord }) {
  if (record.readOnly) return null;
  const left = new Map<string, string>();
  for (const stored of record.acts) {
    const person = stored.event === "rewrap.needed" ? readAct(stored)?.codes.person : null;
    if (typeof person === "string") left.set(person, stored.day);
  }
  const { keys } = record.snapshot.value;
  const { assigned } = record.snapshot.context;
  const owed = [...left].filter(([person]) => keys !== "current" || assigned.some((one) => one.person === person));
  return owed.map(([person, day]) => (
    <Departure
      key={person}
      person={person}
      day={day}
      needsKeys={keys !== "current"}
      wasAssigned={assigned.some((one) => one.person === person)}
    />
  ));
}

function Departure(props: { person: string; day: string; needsKeys: boolean; wasAssigned: boolean }) {
  const t = useWords("people");
  const language = useLanguage();
  const { today } = useDesk();
  const name = usePersonName(props.person);
  return (
    <div className="note warn">
      <p>{t("departure.left", { name, day: writeDay(props.day, language, today) })}</p>
      {props.needsKeys && <p>{t("departure.keys")}</p>}
      {props.wasAssigned && <p>{t("departure.assigned", { name })}</p>}
    </div>
  );
}
