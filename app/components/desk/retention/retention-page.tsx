import { Link } from "@remix-run/react";
import { useLanguage, useWords } from "~/components/words";
import { writeDay } from "~/desk/days";
import { OfficeNav } from "../office-nav";
import { PurgedTable } from "./purged-table";
import type { RetentionList } from "./retention-list";
import { RetentionTable } from "./retention-table";

/** What the office will destroy, when, and what stops it. Nothing is destroyed from here. */
export function RetentionPage({ list }: { list: RetentionList }) {
  const t = useWords("retention");
  const language = useLanguage();
  return (
    <div className="page">
      <OfficeNav />
      <h1>{t("heading")}</h1>
      <p className="lead">{t("lead")}</p>
      <section aria-labelledby="due">
        <h2 id="due">{t("due.heading", { until: writeDay(list.until, language, list.today) })}</h2>
        <p className="note">{t("due.dryRun")}</p>
        {list.rows.length === 0 ? (
          <p className="quiet">{t("due.none")}</p>
        ) : (
          <RetentionTable rows={list.rows} today={list.today} />
        )}
        {list.next && (
          <p>
            <Link className="button" to={`/admin/retention?after=${encodeURIComponent(list.next)}`}>
              {t("due.more")}
            </Link>
          </p>
        )}
        <p className="quiet">{t("due.others", { count: list.others })}</p>
      </section>
      <PurgedTable purged={list.purged} />
    </div>
  );
}
