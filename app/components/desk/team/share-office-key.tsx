import { useWords } from "~/components/words";
import { shareOfficeKey } from "~/desk/end-line";
import type { TeamPerson } from "~/desk/records";
import { Failure } from "../failure";
import { useDesk } from "../use-desk";
import { useChange } from "./use-change";

/** Gives another administrator a copy of the office key, so that its only holder can leave one day. */
export function ShareOfficeKey({ person, onDone }: { person: TeamPerson; onDone: (said: string) => void }) {
  const t = useWords("people");
  const desk = useDesk();
  const { busy, error, run } = useChange(onDone);
  const name = person.displayName;
  const share = () =>
    run(async () => {
      await shareOfficeKey(desk, person);
      return t("officeKey.done", { name });
    });
  return (
    <>
      <p>{t("officeKey.what", { name })}</p>
      <Failure error={error} />
      <p className="actions">
        <button type="button" className="button primary" disabled={busy} onClick={() => void share()}>
          {t(busy ? "officeKey.busy" : "officeKey.do", { name })}
        </button>
      </p>
    </>
  );
}
