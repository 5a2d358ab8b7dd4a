import { type AnswerFault, checkAnswers, type FormPage, fieldWords, type Kind, pageWords } from "~/forms";
import { drawFilePicker } from "../files/picker";
import type { Complaint } from "../frame";
import type { Words } from "../words";
import { type Draft, keepAnswer } from "./draft";
import { drawField, idOf } from "./field-view";
import { fieldsShown } from "./steps";

type PageStep = { draft: Draft; kind: Kind; page: FormPage; words: Words; maxBytes: () => number };

/** One page of the form: all its fields are drawn, those that are not asked now are hidden. */
export function drawPage({ draft, kind, page, words, maxBytes }: PageStep): { title: string; body: Node[] } {
  const drawn = page.fields.map((field) => {
    const answer = draft.answers[field.id];
    const onAnswer = (value: typeof answer & {}) => {
      keepAnswer(draft, field.id, value);
      refresh();
    };
    return { id: field.id, element: drawField({ field, kind, answer, words, onAnswer }) };
  });
  const refresh = () => {
    const shown = new Set(fieldsShown(draft, page).map(({ id }) => id));
    for (const { id, element } of drawn) element.hidden = !shown.has(id);
  };
  refresh();
  const { title, intro } = pageWords(words.form, page.id, kind);
  const lead = document.createElement("p");
  lead.className = "lead";
  lead.textContent = intro;
  const files = page.id === "evidence" ? [drawFilePicker({ files: draft.files, words, maxBytes })] : [];
  return { title, body: [...(intro ? [lead] : []), ...files, ...drawn.map(({ element }) => element)] };
}

/** What has to be put right on one page, or in the whole form. */
export function findComplaints(draft: Draft, kind: Kind, words: Words, page?: FormPage): Complaint[] {
  const ids = page && new Set(page.fields.map(({ id }) => id));
  return checkAnswers(kind, draft.answers)
    .filter(({ field }) => !ids || ids.has(field))
    .map((fault) => ({ target: idOf({ id: fault.field }), text: sentence(fault, kind, words) }));
}

function sentence({ field, fault, limit }: AnswerFault, kind: Kind, words: Words): string {
  const { label } = fieldWords(words.form, { id: field, type: "line", asked: {} }, kind);
  return words.t(`form.fault.${fault}`, { label, count: limit ?? 0 });
}
