import { letterWords } from "~/locales/letters";
import { writeDay } from "~/locales/write-day";
import type { HandedKind } from "~workflows/handover";

/** What the reporter reads about the handing over, in the language of the report; English where that is not known. */
export async function writeTold(
  kinds: readonly HandedKind[],
  office: string,
  day: string,
  wanted: string,
): Promise<string> {
  const { t, language } = await letterWords(wanted);
  const parts = kinds.map((kind) => `– ${t(`handed.${kind}`)}`);
  return [t("handed.went", { office, day: writeDay(day, language) }), ...parts, t("handed.not")].join("\n");
}
