import { useState } from "react";
import { useWords } from "~/components/words";
import { endPerson } from "~/desk/end-line";
import { Problem } from "~/desk/problem";
import type { TeamPerson } from "~/desk/records";
import { OneOf } from "../choices";
import { Failure } from "../failure";
import { useDesk } from "../use-desk";
import { useChange } from "./use-change";

/** Takes a person out of the office: why, what follows, and once more where cases would stay closed for good. */
export function EndPerson({ person, onDone }: { person: TeamPerson; onDone: (said: string) => void }) {
  const t = useWords("people");
  const desk = useDesk();
  const [reason, setReason] = useState<"left" | "compromised">("left");
  const [evenIfLost, setEvenIfLost] = useState(false);
  const { busy, error, run } = useChange(onDone);
  const name = person.displayName;
  const isOnlyReader = error instanceof Problem && error.rule === "onlyReader";
  const end = () => run(async () => t("end.done", { name, count: await endPerson(desk, person, reason, evenIfLost) }));
  return (
    <>
      <OneOf
        legend={t("end.why", { name })}
        value={reason}
        onValue={(value) => setReason(value === "compromised" ? "compromised" : "left")}
        choices={[
          { value: "left", label: t("end.left"), hint: t("end.leftHint") },
          { value: "compromised", label: t("end.compromised"), hint: t("end.compromisedHint") },
        ]}
      />
      <p>{t("end.what", { name })}</p>
      <Failure error={error} />
      {(isOnlyReader || evenIfLost) && (
        <label className="choice">
          <input type="checkbox" checked={evenIfLost} onChange={() => setEvenIfLost(!evenIfLost)} />
          <span>{t("end.evenIfLost")}</span>
        </label>
      )}
      <p className="actions">
        <button type="button" className="button leave" disabled={busy} onClick={() => void end()}>
          {t(busy ? "end.busy" : "end.do", { name })}
        </button>
      </p>
    </>
  );
}
