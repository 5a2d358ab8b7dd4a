import { useWords } from "~/components/words";
import type { ActAnswers } from "~/desk/act-answers";
import { draftCopies, replyKeyOf } from "~/desk/bare-copies";
import type { OpenedCase } from "~/desk/open-case";
import { newestOf } from "~/desk/plan-keys";
import type { CaseRecord, OpenAct } from "~/desk/records";
import { struckBy } from "~/desk/summary";
import { useDesk } from "../use-desk";

type WhatProps = { act: OpenAct; record: CaseRecord; opened: OpenedCase; answers: ActAnswers };

/** What goes where when the act is sent: which words are sealed for whom, what stays readable, whose access changes. */
export function WhatWillHappen({ act, record, opened, answers }: WhatProps) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const { directory } = useDesk();
  const nameOf = (person: string) => directory.find((one) => one.person === person)?.displayName ?? t("people.unknown");
  const asks = (...needs: OpenAct["needs"][number][]) => needs.some((need) => act.needs.includes(need));
  const struck = struckBy(opened);
  const lines: string[] = [];
  if (asks("rationale", "triage", "note")) lines.push(t("act.what.deliberation"));
  if (asks("message", "notice")) lines.push(t("act.what.reporter"));
  if (asks("message", "notice") && record.channel === "armored") {
    lines.push(t(replyKeyOf(opened) ? "act.what.replyKey" : "act.what.noReplyKey"));
  }
  if (asks("standards", "ground", "outcome", "tier")) lines.push(t("act.what.codes"));
  if (act.event === "case.acknowledge" && struck.length > 0) {
    lines.push(t("act.what.struck", { names: struck.map(nameOf).join(t("list.comma")) }));
  }
  if (act.event === "identity.release") {
    const second = record.compartments.find(({ outer }) => outer !== null)?.outer?.second;
    if (second) lines.push(t("act.what.identity", { name: nameOf(second) }));
  }
  if (answers.person) lines.push(t("act.what.keys", { name: nameOf(answers.person) }));
  if (act.needs.length > 0 && draftCopies(opened).length > 0) lines.push(t("act.what.copy"));
  if (asks("rationale", "triage", "note", "message", "notice") && needsNewKey(record)) lines.push(t("act.what.newKey"));
  if (act.to !== record.state) lines.push(t("act.what.moves", { state: codes(`states.${act.to}.label`) }));
  lines.push(t("act.what.signed"));
  return (
    <section className="what">
      <h3>{t("act.what.heading")}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** Whether somebody lost access since the last writing, so that this act makes a new key. */
function needsNewKey(record: CaseRecord): boolean {
  return newestOf(record, "deliberation")?.stale === true || newestOf(record, "correspondence")?.stale === true;
}
