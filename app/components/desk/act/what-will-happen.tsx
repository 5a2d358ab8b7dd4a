import type { TFunction } from "i18next";
import { useWords } from "~/components/words";
import type { ActAnswers } from "~/desk/act-answers";
import { needsOf } from "~/desk/act-needs";
import { missingCopies, replyKeyOf } from "~/desk/bare-copies";
import type { OpenedCase } from "~/desk/open-case";
import { staleTypes } from "~/desk/plan-keys";
import type { CaseRecord, OpenAct } from "~/desk/records";
import { struckBy } from "~/desk/summary";
import type { FormNeed } from "~workflows/guards/check";
import { publishes } from "~workflows/publications";
import { useDesk } from "../use-desk";

type WhatProps = { act: OpenAct; record: CaseRecord; opened: OpenedCase; answers: ActAnswers };

const FOR_OFFICE: readonly FormNeed[] = ["rationale", "triage", "note", "files"];
const FOR_REPORTER: readonly FormNeed[] = ["message", "notice"];
const IN_CLEAR: readonly FormNeed[] = [
  "standards",
  "ground",
  "outcome",
  "recommendations",
  "tier",
  "result",
  "implementation",
  "withhold",
  "purpose",
];

/** What goes where when the act is sent: which words are sealed for whom, what stays readable, whose access changes. */
export function WhatWillHappen(props: WhatProps) {
  const t = useWords("desk");
  return (
    <section className="what">
      <h3>{t("act.what.heading")}</h3>
      <ul>
        {useLines(props).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function useLines({ act, record, opened, answers }: WhatProps): string[] {
  const t = useWords("desk");
  const codes = useWords("codes");
  const publish = useWords("publish");
  const handover = useWords("handover");
  const { directory } = useDesk();
  const nameOf = (person: string) => directory.find((one) => one.person === person)?.displayName ?? t("people.unknown");
  const needs = needsOf(act, answers);
  const asks = (some: readonly FormNeed[]) => some.some((need) => needs.includes(need));
  const isForOffice = asks(FOR_OFFICE) || answers.note.trim() !== "";
  const struck = struckBy(opened);
  const lines: string[] = [];
  if (isForOffice) lines.push(t("act.what.deliberation"));
  if (needs.includes("files") && answers.file) lines.push(t("act.what.file"));
  if (needs.includes("message") && answers.attached.length > 0)
    lines.push(t("attach.what", { count: answers.attached.length }));
  if (act.event === "case.acknowledge") lines.push(t("attach.statement"));
  if (asks(FOR_REPORTER)) lines.push(t("act.what.reporter"));
  if (asks(FOR_REPORTER) && record.channel === "armored") {
    lines.push(t(replyKeyOf(opened) ? "act.what.replyKey" : "act.what.noReplyKey"));
  }
  if (asks(IN_CLEAR)) lines.push(t("act.what.codes"));
  if (needs.some((need) => need.startsWith("attest:")) || answers.attest.length > 0) lines.push(t("act.what.attest"));
  if (act.event === "case.acknowledge" && struck.length > 0) {
    lines.push(t("act.what.struck", { names: struck.map(nameOf).join(t("list.comma")) }));
  }
  if (act.event === "identity.release") {
    const second = record.compartments.find(({ outer }) => outer !== null)?.outer?.second;
    if (second) lines.push(t("act.what.identity", { name: nameOf(second) }));
  }
  if (needs.includes("handover")) lines.push(handover("what.codes"), handover("what.kept"), handover("what.told"));
  if (needs.includes("answer")) lines.push(t("act.what.answer"));
  if (answers.person) lines.push(...givenLines(act, nameOf(answers.person), t));
  if (answers.alleged) lines.push(t("act.what.alleged", { name: nameOf(answers.alleged) }));
  if (needs.includes("people") && answers.people.length > 0)
    lines.push(t("act.what.takenOff", { names: answers.people.map(nameOf).join(t("list.comma")) }));
  if (needs.includes("statement")) lines.push(publish(publishes(act.event) ? "what.public" : "what.sealed"));
  if (act.for) lines.push(t("act.what.second", { step: codes(`events.${act.for}.label`) }));
  if (needs.length > 0 && missingCopies(opened).length > 0) lines.push(t("act.what.copy"));
  if (needs.includes("rewrap")) lines.push(t("act.what.rewrap", { count: staleTypes(record).length }));
  else if (
    (isForOffice || asks(FOR_REPORTER) || needs.includes("package") || needs.includes("handover")) &&
    needsNewKey(record)
  )
    lines.push(t("act.what.newKey"));
  if (act.moves) lines.push(moveLine(act, t, codes));
  lines.push(t("act.what.signed"));
  return lines;
}

/** What the person whom the act names gets by it. */
function givenLines({ event }: OpenAct, name: string, t: TFunction): string[] {
  if (event !== "package.send") return [t("act.what.keys", { name })];
  return [t("act.what.package", { name }), t("act.what.packageKey", { name })];
}

/** Where the case goes, or what changes beside the procedure. */
function moveLine({ region, to }: OpenAct, t: TFunction, codes: TFunction): string {
  if (region === "procedure") return t("act.what.moves", { state: codes(`states.${to}.label`) });
  const state = codes(`regionStates.${region}.${to}.label`);
  return t("act.what.movesBeside", { region: codes(`regions.${region}.label`), state });
}

/** Whether somebody lost access since the last writing, so that this act makes a new key. */
function needsNewKey(record: CaseRecord): boolean {
  return staleTypes(record).length > 0;
}
