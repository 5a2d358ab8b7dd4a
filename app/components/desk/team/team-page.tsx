import { useWords } from "~/components/words";
import type { Team } from "~/desk/records";
import { useDesk } from "../use-desk";
import { InviteForm } from "./invite-form";
import { JoinedList } from "./joined-list";
import { PeopleTable } from "./people-table";

/** The people of the office: who is here, who waits to be certified, who is invited. */
export function TeamPage({ team }: { team: Team }) {
  const t = useWords("desk");
  const desk = useDesk();
  const mayManage = desk.me.roles.includes("administrator");
  const joined = team.people.filter(({ state }) => state === "joined");
  return (
    <div className="page">
      <h1>{t("team.heading")}</h1>
      <p className="lead">{t("team.lead")}</p>
      {joined.length > 0 && <JoinedList people={joined} mayCertify={mayManage} />}
      <PeopleTable people={team.people.filter(({ state }) => state !== "joined")} />
      {mayManage && <InviteForm invitations={team.invitations} />}
    </div>
  );
}
