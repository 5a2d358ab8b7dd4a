import { type Answer, checkAnswers, type Field, type FormPage, faultSentence, type Kind, pageWords } from "~/forms";
import { el, icon } from "../dom";
import { drawFilePicker } from "../files/picker";
import type { Complaint } from "../frame";
import type { Words } from "../words";
import { type Draft, keepAnswer } from "./draft";
import { drawFileQuestions } from "./evidence";
import { drawField } from "./fields/field-view";
import { idOf } from "./fields/view";
import { fieldsShown } from "./steps";

type PageStep = { draft: Draft; kind: Kind; page: FormPage; words: Words; maxBytes: () => number };

/** One page of the form: all its fields are drawn, those that are not asked now are hidden. */
export function drawPage({ draft, kind, page, words, maxBytes }: PageStep): { title: string; body: Node[] } {
  const drawn = page.fields
    .filter(({ type }) => type !== "files")
    .map((field) => {
      const start = field.start?.[kind];
      if (start && draft.answers[field.id] === undefined) keepAnswer(draft, field.id, start);
      const onAnswer = (value: Answer) => {
        keepAnswer(draft, field.id, value);
        refresh();
      };
      const answers = () => draft.answers;
      const answer = draft.answers[field.id];
      return { id: field.id, element: drawField({ field, kind, path: field.id, answer, words, answers, onAnswer }) };
    });
  const refresh = () => {
    const shown = new Set(fieldsShown(draft, page).map(({ id }) => id));
    for (const { id, element } of drawn) element.hidden = !shown.has(id);
  };
  refresh();
  const { title, intro } = pageWords(words.form, page.id, kind);
  const body = [intro ? el("p", { class: "lead" }, intro) : null, isCareful(draft, page) ? drawCare(words) : null];
  if (page.id === "evidence") {
    const picker = drawFilePicker({ files: draft.files, words, maxBytes });
    body.push(picker, drawFileQuestions({ draft, kind, page, words, picker }));
  }
  return { title, body: [...body.filter((node) => node !== null), ...drawn.map(({ element }) => element)] };
}

/** What has to be put right on one page, or in the whole form. */
export function findComplaints(draft: Draft, kind: Kind, words: Words, page?: FormPage): Complaint[] {
  const ids = page && new Set(page.fields.map(({ id }) => id));
  return checkAnswers(kind, draft.answers)
    .filter(({ field }) => !ids || ids.has(field.split(".")[0] ?? ""))
    .map((fault) => ({ target: idOf(fault.field), text: faultSentence(words.form, fault, kind) }));
}

/** Whether few people can have told this, and the page asks for words by which they might be known. */
function isCareful(draft: Draft, page: FormPage): boolean {
  const has = (fields: readonly Field[]): boolean => fields.some((one) => one.careful || has(one.fields ?? []));
  return draft.answers.fewKnow === "under5" && has(page.fields);
}

/** The second warning, with a way to say the same thing more safely. */
export function drawCare({ t }: Words): HTMLElement {
  const example = el("p", {}, t("form.careful.instead"));
  const better = el("p", {}, el("b", {}, t("form.careful.better")));
  const text = el("div", {}, el("p", {}, t("form.careful.text")), example, better);
  return el("div", { class: "note warn icon-row" }, icon("warn"), text);
}
