import { useRevalidator } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { useLanguage, useWords } from "~/components/words";
import { writeDay } from "~/desk/days";
import { post } from "~/desk/office-api";
import type { Role, Team } from "~/desk/records";
import { Failure } from "../failure";
import { TextField } from "../field";
import { RoleChoice } from "../role-choice";
import { useDesk } from "../use-desk";
import { useReady } from "../use-ready";
import { InvitationLink } from "./invitation-link";

type Made = { path: string; expiresDay: string; displayName: string };
type Faults = { displayName?: string; roles?: string };

/** Invites a colleague: a name, roles, and a link that works once. */
export function InviteForm({ invitations }: { invitations: Team["invitations"] }) {
  const t = useWords("desk");
  const ready = useReady();
  const revalidator = useRevalidator();
  const [displayName, setDisplayName] = useState("");
  const [roles, setRoles] = useState<Role[]>([]);
  const [faults, setFaults] = useState<Faults>({});
  const [made, setMade] = useState<Made | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found: Faults = {};
    if (displayName.trim().length < 2) found.displayName = t("you.displayNameFault");
    if (roles.length === 0) found.roles = t("team.rolesFault");
    setFaults(found);
    if (!ready || busy || Object.keys(found).length > 0) return;
    setBusy(true);
    setError(null);
    try {
      const invited = { displayName: displayName.trim(), roles };
      const answer = await post<{ path: string; expiresDay: string }>("/api/v1/team/invitations", invited);
      setMade({ ...answer, displayName: invited.displayName });
      setDisplayName("");
      setRoles([]);
      revalidator.revalidate();
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  };

  return (
    <section aria-labelledby="invite">
      <h2 id="invite">{t("team.invite")}</h2>
      {made && <InvitationLink {...made} />}
      <form className="card" onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={t("you.displayName")}
          hint={t("team.inviteNameHint")}
          error={faults.displayName}
          maxLength={120}
          autoComplete="off"
          value={displayName}
          onValue={setDisplayName}
        />
        <RoleChoice legend={t("team.roles")} error={faults.roles ?? null} roles={roles} onRoles={setRoles} />
        <Failure error={error} />
        <p className="actions">
          <button type="submit" className="button primary" disabled={!ready || busy}>
            {t("team.makeLink")}
          </button>
        </p>
      </form>
      <OpenInvitations invitations={invitations} />
    </section>
  );
}

function OpenInvitations({ invitations }: { invitations: Team["invitations"] }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const language = useLanguage();
  const { today } = useDesk();
  if (invitations.length === 0) return null;
  return (
    <>
      <h3>{t("team.open")}</h3>
      <ul>
        {invitations.map((invitation) => (
          <li key={invitation.id}>
            {t("team.openLine", {
              name: invitation.displayName,
              roles: invitation.roles.map((role) => codes(`roles.${role}.label`)).join(" · "),
              day: writeDay(invitation.expiresDay, language, today),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
