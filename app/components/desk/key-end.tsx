import { Link } from "@remix-run/react";
import { useLanguage, useWords } from "~/components/words";
import { writeDay } from "~/desk/days";
import type { KeyEnd } from "~/desk/records";
import { useDesk } from "./use-desk";

/** When somebody's key ends by its own date; nothing for a key that is far from it. */
export function KeyEndPill({ end }: { end: KeyEnd | null | undefined }) {
  const t = useWords("people");
  const language = useLanguage();
  const { today } = useDesk();
  if (!end) return null;
  const words = t(end.isOver ? "keyEnd.was" : "keyEnd.is", { day: writeDay(end.day, language, today) });
  return <span className={end.isOver ? "pill late" : "pill soon"}>{words}</span>;
}

/** Tells a person that their own key ends, and what to do. */
export function OwnKeyEnd({ isAccountPage = false }: { isAccountPage?: boolean }) {
  const t = useWords("people");
  const language = useLanguage();
  const { me, today } = useDesk();
  if (!me.keyEnd) return null;
  const { day, isOver } = me.keyEnd;
  return (
    <p className="note warn">
      {t(isOver ? "keyEnd.ownOver" : "keyEnd.own", { day: writeDay(day, language, today) })}{" "}
      {!isAccountPage && !isOver && <Link to="/desk/account">{t("keyEnd.toAccount")}</Link>}
    </p>
  );
}
