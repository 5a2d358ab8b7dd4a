import { useState } from "react";
import { useWords } from "~/components/words";
import { changeRoles } from "~/desk/end-line";
import type { Role, TeamPerson } from "~/desk/records";
import { Failure } from "../failure";
import { RoleChoice } from "../role-choice";
import { useDesk } from "../use-desk";
import { useChange } from "./use-change";

/** Certifies a person anew with other roles. What they did in the old ones stays valid. */
export function OtherRoles({ person, onDone }: { person: TeamPerson; onDone: (said: string) => void }) {
  const t = useWords("people");
  const desk = useDesk();
  const [roles, setRoles] = useState<Role[]>(person.roles);
  const [fault, setFault] = useState<string | null>(null);
  const { busy, error, run } = useChange(onDone);
  const name = person.displayName;
  const isSame = [...roles].sort().join() === [...person.roles].sort().join();
  const change = () => {
    const found = roles.length === 0 ? t("roles.none") : isSame ? t("roles.same") : null;
    setFault(found);
    if (found) return;
    void run(async () => {
      await changeRoles(desk, person, roles);
      return t("roles.done", { name });
    });
  };
  return (
    <>
      <RoleChoice legend={t("roles.legend", { name })} error={fault} roles={roles} onRoles={setRoles} />
      <p>{t("roles.what")}</p>
      <Failure error={error} />
      <p className="actions">
        <button type="button" className="button primary" disabled={busy} onClick={change}>
          {t(busy ? "roles.busy" : "roles.do")}
        </button>
      </p>
    </>
  );
}
