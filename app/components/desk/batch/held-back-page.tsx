import { Link } from "@remix-run/react";
import { useState } from "react";
import { useWords } from "~/components/words";
import type { HeldBack } from "~/desk/discard-batch";
import { UnlockPanel } from "../unlock-panel";
import { useDesk } from "../use-desk";
import { useKey } from "../use-key";
import { ApproveBatch } from "./approve-batch";
import { HeldTable } from "./held-table";
import { ProposeBatch } from "./propose-batch";

/** What is held back in a flood: one person picks and proposes, a second one sees the batch and approves it. */
export function HeldBackPage({ list }: { list: HeldBack }) {
  const t = useWords("batch");
  const desk = useDesk();
  const key = useKey(desk.me);
  const [picked, setPicked] = useState<string[]>([]);
  const proposed = list.rows.filter(({ proposal }) => proposal !== null && proposal.by !== desk.me.person);
  return (
    <div className="page">
      <h1>{t("heading")}</h1>
      <p className="lead">{t("lead")}</p>
      {!key && <UnlockPanel me={desk.me} />}
      <p className="note">{t("total", { count: list.total })}</p>
      {list.rows.length === 0 && <p className="quiet">{t("none")}</p>}
      {key && <ApproveBatch rows={proposed} held={key} />}
      {list.rows.length > 0 && <HeldTable rows={list.rows} picked={picked} onPicked={setPicked} />}
      <nav className="actions" aria-label={t("pages")}>
        {!list.isFirst && (
          <Link className="button" to="/desk/held-back">
            {t("first")}
          </Link>
        )}
        {list.next && (
          <Link className="button" to={`/desk/held-back?after=${encodeURIComponent(list.next)}`}>
            {t("next")}
          </Link>
        )}
      </nav>
      {key && list.rows.length > 0 && (
        <ProposeBatch
          picked={picked}
          held={key}
          onDone={(done) => setPicked(picked.filter((id) => !done.includes(id)))}
        />
      )}
    </div>
  );
}
