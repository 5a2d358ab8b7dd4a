import { type ModuleWords, reporterWords } from "~/locales/reporter-words.server";
import { languageOf } from "~/locales/words.server";
import { reporterModule } from "~/platform/assets.server";
import { readPublicOffice } from "./office.server";

/** What a page of the static module needs; the fingerprint is null while no office exists. */
export async function readModulePage(request: Request, part: ModuleWords) {
  const office = await readPublicOffice();
  const { module } = reporterModule();
  return { fingerprint: office?.fingerprint ?? null, module, words: reporterWords(languageOf(request), part) };
}
