import { useWords } from "~/components/words";
import type { Team } from "~/desk/records";
import type { TakeAwayPage } from "~/desk/sign-page";
import { useDesk } from "../use-desk";
import { ChangePerson } from "./change-person";
import { InviteForm } from "./invite-form";
import { JoinedList } from "./joined-list";
import { NextKeys } from "./next-keys";
import { PeopleTable } from "./people-table";
import { TakeAway } from "./take-away";
import { WaitingCases } from "./waiting-cases";

/** The people of the office: who is here, who waits to be certified, who is invited. */
export function TeamPage({ team, takeAway }: { team: Team; takeAway: TakeAwayPage | null }) {
  const t = useWords("desk");
  const desk = useDesk();
  const mayManage = desk.me.roles.includes("administrator");
  const mayChange = mayManage && desk.officeKeyWrap !== null;
  const joined = team.people.filter(({ state }) => state === "joined");
  return (
    <div className="page">
      <h1>{t("team.heading")}</h1>
      <p className="lead">{t("team.lead")}</p>
      {joined.length > 0 && <JoinedList people={joined} mayCertify={mayManage} />}
      {mayManage && <NextKeys people={team.people.filter(({ next }) => next !== null)} mayCertify={mayChange} />}
      <WaitingCases team={team} />
      <PeopleTable people={team.people.filter(({ state }) => state !== "joined")} />
      {mayChange && <ChangePerson people={team.people.filter(({ state }) => state === "active")} />}
      {mayManage && <InviteForm invitations={team.invitations} />}
      {takeAway && <TakeAway page={takeAway} />}
    </div>
  );
}
