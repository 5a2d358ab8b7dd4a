import type { TFunction } from "i18next";
import { type ActAnswers, NO_ANSWERS } from "./act-answers";
import { writeDay } from "./days";
import type { CaseRecord, OpenAct } from "./records";

type Words = { t: TFunction; codes: TFunction; language: string; officeName: string; today: string };

/** What a form starts with. The acknowledgement holds the dated milestones, so that nobody has to copy them. */
export function firstAnswers(act: OpenAct, record: CaseRecord, words: Words): ActAnswers {
  const { tier } = record;
  if (act.event !== "case.acknowledge") return { ...NO_ANSWERS, tier };
  const { t, codes, language, officeName, today } = words;
  const dates = record.milestones
    .filter(({ id }) => id === "assessment" || id === "feedback" || id === "decision")
    .map(({ id, day }) => `– ${codes(`milestones.${id}`)}: ${writeDay(day, language, today)}`);
  return { ...NO_ANSWERS, tier, message: [t("act.acknowledgement", { office: officeName }), ...dates].join("\n") };
}
