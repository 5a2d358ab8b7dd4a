import { useEffect, useState } from "react";
import { useWords } from "~/components/words";
import { matchLeads } from "~/desk/match-leads";
import { type LeadPage, readLeads } from "~/desk/offer-leads";
import { titleOf } from "~/desk/opened-titles";
import { earlierOf } from "~/desk/told";
import { Earlier } from "../case/told";
import { Failure } from "../failure";
import { useDesk } from "../use-desk";
import { useKey } from "../use-key";
import { type ActFieldsProps, useFault } from "./act-fields";
import { SelectField } from "./select-field";

/** The case that this one is to be joined to, out of those that this person can open. */
export function LeadField({ act, record, opened, answers, faults, onChange }: ActFieldsProps) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const error = useFault(faults);
  const { page, failure, more } = useLeads(record.case, record.kind);
  const hint = earlierOf(opened)
    .map(({ text }) => text)
    .join("\n");
  const { matches, search, looking } = useMatches(hint, page?.rows ?? []);
  const rows = [...(page?.rows ?? [])].sort((a, b) => (matches.get(b.case) ?? 0) - (matches.get(a.case) ?? 0));
  // Whoever approves approves the case that was proposed; when that one has ended, there is nothing to choose.
  if (act.event === "review.approve") return <p className="note bad">{t("act.leadOver")}</p>;
  const label = (row: LeadPage["rows"][number]) =>
    [
      row.reference,
      codes(`states.${row.state}.label`),
      titleOf(row.case),
      matches.has(row.case) && t("told.matches", { count: matches.get(row.case) ?? 0 }),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <>
      <Earlier opened={opened} />
      {hint && page && page.rows.length > 0 && (
        <p role="status">
          <button type="button" className="button" disabled={looking !== null} onClick={search}>
            {t("told.search")}
          </button>{" "}
          {looking !== null && t("told.searching", { done: looking, total: page.rows.length })}
          {looking === null && matches.size > 0 && t("told.found", { count: matches.size })}
        </p>
      )}
      <SelectField
        label={t("act.lead")}
        hint={t("act.leadHint")}
        error={error("lead")}
        empty={t(page ? "act.choose" : "act.leadLoading")}
        value={answers.lead}
        onValue={(lead) => onChange({ lead })}
        after={page && page.rows.length === 0 && <p className="note">{t("act.noLead")}</p>}
      >
        {rows.map((row) => (
          <option key={row.case} value={row.case}>
            {label(row)}
          </option>
        ))}
      </SelectField>
      <Failure error={failure} />
      {page?.next && (
        <p>
          <button type="button" className="button" onClick={more}>
            {t("act.moreLeads")}
          </button>
        </p>
      )}
    </>
  );
}

/** How many words of the hint each case has in common with it, once somebody asked for the comparison. */
function useMatches(hint: string, rows: LeadPage["rows"]) {
  const desk = useDesk();
  const held = useKey(desk.me);
  const [matches, setMatches] = useState<ReadonlyMap<string, number>>(new Map());
  const [looking, setLooking] = useState<number | null>(null);
  const search = () => {
    if (!held) return;
    setLooking(0);
    void matchLeads(hint, rows, desk, held, setLooking).then((found) => {
      setMatches(new Map(found.map((match) => [match.case, match.words])));
      setLooking(null);
    });
  };
  return { matches, search, looking };
}

/** The cases read so far; one page when the field appears, further pages on request. */
function useLeads(caseId: string, kind: ActFieldsProps["record"]["kind"]) {
  const [page, setPage] = useState<LeadPage | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let current = true;
    readLeads(caseId, kind, null).then(
      (first) => current && setPage(first),
      (error: unknown) => current && setFailure(error),
    );
    return () => {
      current = false;
    };
  }, [caseId, kind]);
  const more = () => {
    readLeads(caseId, kind, page?.next ?? null).then(
      ({ rows, next }) => setPage((before) => ({ rows: [...(before?.rows ?? []), ...rows], next })),
      setFailure,
    );
  };
  return { page, failure, more };
}
