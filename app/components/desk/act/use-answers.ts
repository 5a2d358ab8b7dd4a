import { useEffect, useState } from "react";
import { useLanguage } from "~/components/words";
import { type ActAnswers, findActFaults, NO_ANSWERS } from "~/desk/act-answers";
import { actKey } from "~/desk/act-key";
import { keepDraft, readDraft } from "~/desk/drafts";
import { proposedMessage } from "~/desk/first-answers";
import type { OpenedCase } from "~/desk/open-case";
import type { CaseRecord, OpenAct } from "~/desk/records";
import { languageOfReport } from "~/desk/summary";
import { tierPolicyOf } from "~/desk/triage/draft";
import { minimumOf } from "~workflows/codes";
import { useDesk } from "../use-desk";

/** What a form says so far, kept as it is typed, and what it still lacks. An acknowledgement already holds the dates. */
export function useAnswers(act: OpenAct, record: CaseRecord, opened: OpenedCase) {
  const own = useLanguage();
  const { office } = useDesk();
  const [answers, setAnswers] = useState<ActAnswers>(
    () => readDraft(record.case, actKey(act)) ?? { ...NO_ANSWERS, tier: record.tier },
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a text is proposed once, when the form opens
  useEffect(() => {
    if (readDraft(record.case, actKey(act))) return;
    const to = { language: languageOfReport(opened) || own, officeName: office.name };
    void proposedMessage(act, record, to).then((message) => {
      // Whoever has begun to write meanwhile keeps their words.
      setAnswers((now) => (now.message === "" ? { ...now, message } : now));
    });
  }, []);
  const change = (part: Partial<ActAnswers>) => {
    const next = { ...answers, ...part };
    setAnswers(next);
    keepDraft(record.case, actKey(act), next);
  };
  const least = minimumOf(record.kind).length;
  return { answers, change, missing: findActFaults(act, answers, record.kind, least, tierPolicyOf(record).weights) };
}
