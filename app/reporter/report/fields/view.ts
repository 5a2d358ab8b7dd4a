import { type Answer, type Answers, type Field, type FieldWords, fieldWords, type Kind } from "~/forms";
import type { Words } from "../../words";

/** What it takes to draw one question, or one detail of a group. */
export type View = {
  field: Field;
  kind: Kind;
  /** Where the answer lies: "summary", "licence.decided", "items.0.family". */
  path: string;
  answer: Answer | undefined;
  words: Words;
  /** All answers as they are now, for details that depend on another question. */
  answers: () => Answers;
  onAnswer: (answer: Answer) => void;
};

/** The id of a field's control on the page. */
export const idOf = (path: string): string => `f-${path.replaceAll(".", "-")}`;

/** The field's own words. */
export function wordsOf({ words, field, kind, path }: View): FieldWords {
  return fieldWords(words.form, field, kind, path);
}

/** The mark on a question that may stay empty. */
export function optionalMark({ field, kind, words }: View): string {
  return field.asked[kind] === "optional" ? words.t("form.optional") : "";
}
