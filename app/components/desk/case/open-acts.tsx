import { useWords } from "~/components/words";
import { openActsOf } from "~/desk/act-lists";
import type { CaseRecord, EventType } from "~/desk/records";

/** Buttons drawn from what the procedure says is open, and from nothing else; each with its consequence. */
export function OpenActs(props: { record: CaseRecord; isReady: boolean; onChoose: (event: EventType) => void }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const { steps, always } = openActsOf(props.record);
  const button = (event: EventType, look: string) => (
    <li key={event}>
      <button type="button" className={look} disabled={!props.isReady} onClick={() => props.onChoose(event)}>
        <span className="act-label">{codes(`events.${event}.label`)}</span>
        <span className="act-effect">{codes(`events.${event}.effect`)}</span>
      </button>
    </li>
  );
  return (
    <>
      {steps.length === 0 && <p className="quiet">{t("acts.none")}</p>}
      <ul className="plain acts">
        {steps.map(({ event }, index) => button(event, index === 0 ? "act first" : "act"))}
      </ul>
      {always.length > 0 && (
        <>
          <h3>{t("acts.always")}</h3>
          <ul className="plain acts">{always.map(({ event }) => button(event, "act"))}</ul>
        </>
      )}
    </>
  );
}
