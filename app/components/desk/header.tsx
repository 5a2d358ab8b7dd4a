import { Link, NavLink } from "@remix-run/react";
import { useState } from "react";
import { useWords } from "~/components/words";
import { forgetDrafts } from "~/desk/drafts";
import { lock } from "~/desk/key-store";
import { post } from "~/desk/office-api";
import type { Desk } from "~/desk/records";
import { Mark } from "./brand";
import { LanguageSwitch } from "./language-switch";
import { useMinutesLeft } from "./use-key";

/** The desk's head: where you are, how long the key stays, who you are here, and the ways out. */
export function DeskHeader({ desk }: { desk: Desk }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const questions = useWords("questions");
  return (
    <header>
      {desk.office.demonstration && <p className="demonstration">{t("header.demonstration")}</p>}
      <div className="top desk-top">
        <Link className="brand" to="/desk">
          <Mark />
          <span>
            <b>Ombra</b>
            <small>{desk.office.name}</small>
          </span>
        </Link>
        <nav aria-label={t("header.nav")}>
          <NavLink to="/desk" end>
            {t("header.queue")}
          </NavLink>
          {desk.me.roles.includes("intake") && (
            <NavLink to="/desk/questions">
              {desk.questions > 0 ? questions("desk.navCount", { count: desk.questions }) : questions("desk.nav")}
            </NavLink>
          )}
          <NavLink to="/desk/team">{t("header.team")}</NavLink>
          {desk.me.roles.some((role) => role === "administrator" || role === "ombudsperson") && (
            <NavLink to="/admin">{t("header.office")}</NavLink>
          )}
          <NavLink to="/desk/account">{t("header.account")}</NavLink>
        </nav>
        <div className="desk-tools">
          <LockTool />
          <span className="pill">
            <span className="visually-hidden">{t("header.roles")} </span>
            {desk.me.roles.map((role) => codes(`roles.${role}.label`)).join(" · ")}
          </span>
          <LanguageSwitch />
          <SignOut />
        </div>
      </div>
    </header>
  );
}

function LockTool() {
  const t = useWords("desk");
  const minutes = useMinutesLeft();
  if (minutes === null) return <span className="quiet">{t("header.locked")}</span>;
  return (
    <span className="lock-tool">
      <span className={minutes <= 2 ? "soon" : "quiet"}>{t("header.locksIn", { count: minutes })}</span>
      <button type="button" className="quiet-button" onClick={lock}>
        {t("header.lock")}
      </button>
    </span>
  );
}

function SignOut() {
  const t = useWords("desk");
  const [failed, setFailed] = useState(false);
  const leave = async () => {
    lock();
    forgetDrafts();
    try {
      await post("/api/v1/sign-out", {});
      window.location.assign("/desk/sign-in");
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <button type="button" className="quiet-button" onClick={() => void leave()}>
        {t("header.signOut")}
      </button>
      {failed && (
        <span role="alert" className="late">
          {t("header.signOutFailed")}
        </span>
      )}
    </>
  );
}
