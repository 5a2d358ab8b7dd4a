import { useWords } from "~/components/words";
import { OfficeNav } from "../office-nav";
import { CalendarForm } from "./calendar-form";
import { ChangeList } from "./change-list";
import { Deadlines } from "./deadlines";
import type { PoliciesView } from "./policies-view";
import { PolicyList } from "./policy-list";
import { Weights } from "./weights";

/** The rules that the office works by: which hold, since when, who answers for them, and what the office changed. */
export function PolicyPage({ view }: { view: PoliciesView }) {
  const t = useWords("policy");
  return (
    <div className="page policy">
      <OfficeNav />
      <h1>{t("heading")}</h1>
      <p className="lead">{t("lead")}</p>
      <PolicyList policies={view.policies} today={view.today} />
      <CalendarForm calendar={view.calendar} today={view.today} />
      <Deadlines rows={view.deadlines} mayChange={view.mayChange} />
      <Weights rows={view.weights} mayChange={view.mayChange} />
      <ChangeList changes={view.changes} today={view.today} />
    </div>
  );
}
