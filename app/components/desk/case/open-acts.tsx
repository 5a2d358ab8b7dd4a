import type { ReactNode } from "react";
import { useWords } from "~/components/words";
import { actKey } from "~/desk/act-key";
import { type ActGroup, type ActLists, listActs, proposedBy } from "~/desk/act-lists";
import type { CaseRecord, OpenAct } from "~/desk/records";
import { useDesk } from "../use-desk";
import { ActButton } from "./act-button";

type OpenActsProps = { record: CaseRecord; isReady: boolean; onChoose: (act: OpenAct) => void };

/** Buttons drawn from what the procedure says is open, and from nothing else: what waits or presses first, then the steps, then the rest folded. */
export function OpenActs(props: OpenActsProps) {
  const t = useWords("desk");
  const lists = listActs(props.record);
  const top = topOf(lists);
  const buttons = (acts: readonly OpenAct[]) => (
    <ul className="plain acts">
      {acts.map((act) => (
        <li key={actKey(act)}>
          <ActButton {...props} act={act} isFirst={act === top} />
        </li>
      ))}
    </ul>
  );
  const { first, second, pressing, main, everyday, groups } = lists;
  return (
    <>
      {first.length > 0 && <p className="small quiet">{t("acts.declareFirst")}</p>}
      {buttons(first)}
      {second.length > 0 && <h3>{t("acts.second")}</h3>}
      {buttons(second)}
      {pressing.length > 0 && <h3>{t("acts.pressing")}</h3>}
      {pressing.map((group) => (
        <Group key={group.id} group={group} record={props.record}>
          {buttons(group.acts)}
        </Group>
      ))}
      <OwnProposals record={props.record} />
      {main.length > 0 && (second.length > 0 || pressing.length > 0) && <h3>{t("acts.main")}</h3>}
      {main.length === 0 && first.length === 0 && second.length === 0 && <p className="quiet">{t("acts.none")}</p>}
      {buttons(main)}
      {everyday.length > 0 && <h3>{t("acts.always")}</h3>}
      {buttons(everyday)}
      {groups.map((group) => (
        <Group key={group.id} group={group} record={props.record}>
          {buttons(group.acts)}
        </Group>
      ))}
    </>
  );
}

/** The one button that stands out. */
function topOf({ first, second, pressing, main }: ActLists): OpenAct | undefined {
  return first[0] ?? second[0] ?? pressing[0]?.acts[0] ?? main[0];
}

/** The acts of one region under its name and where it stands. */
function Group({ group, record, children }: { group: ActGroup; record: CaseRecord; children: ReactNode }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const { id, isOpen } = group;
  const state = id === "always" ? null : record.snapshot.value[id];
  return (
    <details className="act-group" open={isOpen || undefined}>
      <summary>
        {id === "always" ? t("acts.further") : codes(`regions.${id}.label`)}
        {state && <span className="quiet"> · {codes(`regionStates.${id}.${state}.label`)}</span>}
      </summary>
      {children}
    </details>
  );
}

/** What this person has proposed: it waits for somebody else, and the page says so. */
function OwnProposals({ record }: { record: CaseRecord }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const { me } = useDesk();
  const own = proposedBy(record, me.person);
  if (own.length === 0) return null;
  return (
    <ul className="plain">
      {own.map((event) => (
        <li key={event} className="note">
          {t("acts.waits", { step: codes(`events.${event}.label`) })}
        </li>
      ))}
    </ul>
  );
}
