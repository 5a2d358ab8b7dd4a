import { useRef, useState } from "react";
import { useWords } from "~/components/words";
import { DeadlineForm } from "./deadline-form";
import { DeadlineTable } from "./deadline-table";
import type { DeadlineRow } from "./policies-view";

/** The deadlines, and for an ombudsperson the form that changes one of them. */
export function Deadlines({ rows, mayChange }: { rows: DeadlineRow[]; mayChange: boolean }) {
  const t = useWords("policy");
  const field = useRef<HTMLSelectElement>(null);
  const [duty, setDuty] = useState(rows[0]?.duty ?? "");
  const choose = (chosen: string) => {
    setDuty(chosen);
    field.current?.focus();
  };
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">{t("deadlines.heading")}</h2>
      <p>{t("deadlines.lead")}</p>
      <DeadlineTable rows={rows} onChange={mayChange ? choose : null} />
      {mayChange ? (
        <DeadlineForm rows={rows} duty={duty} onDuty={setDuty} field={field} />
      ) : (
        <p className="quiet">{t("form.whoMay")}</p>
      )}
    </section>
  );
}
