import type { Language } from "~/locales/languages";
import type { Catalogue } from "~/locales/messages";
import { makeWords, type Words } from "~/reporter/words";
import { readCatalogue } from "../../locales/support/catalogues";

/** The module's words in one language, as a page hands them over. */
export function wordsIn(language: Language): Words {
  const [reporter, form, files, mailbox, traces, questions] = [
    "reporter",
    "form",
    "files",
    "mailbox",
    "traces",
    "questions",
  ].map((name) => readCatalogue(language, name) ?? {});
  return makeWords(
    {
      ...reporter,
      ...mailbox,
      ...traces,
      ...questions,
      files: files as Catalogue,
      form: { ...(reporter?.form as Catalogue), ...form },
    },
    language,
  );
}
