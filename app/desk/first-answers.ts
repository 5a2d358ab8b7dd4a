import { letterWords } from "~/locales/letters";
import { writeDay } from "~/locales/write-day";
import type { CaseRecord, OpenAct } from "./records";

/**
 * The text that a form proposes: the acknowledgement with the dated milestones, so that nobody has to copy them.
 *
 * Shape: in the language of the report; "" for every other act.
 */
export async function proposedMessage(
  act: OpenAct,
  record: CaseRecord,
  to: { language: string; officeName: string },
): Promise<string> {
  if (act.event !== "case.acknowledge") return "";
  const { t, language } = await letterWords(to.language);
  const dates = record.milestones
    .filter(({ id }) => id === "assessment" || id === "feedback" || id === "decision")
    .map(({ id, day }) => `– ${t(`date.${id}`)}: ${writeDay(day, language)}`);
  return [t("acknowledgement", { office: to.officeName }), ...dates].join("\n");
}
