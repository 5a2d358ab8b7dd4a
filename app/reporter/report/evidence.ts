import { type Answers, type Field, type FormPage, isAnswered, type Kind, type Row } from "~/forms";
import { el } from "../dom";
import { visibleText } from "../safe-text";
import type { Words } from "../words";
import { type Draft, keepAnswer } from "./draft";
import { drawDetails } from "./fields/group-view";
import { idOf } from "./fields/view";

type Asking = { draft: Draft; kind: Kind; page: FormPage; words: Words; picker: HTMLElement };

/**
 * Asks about each file that was picked: what it is, and to whom it may be shown. It watches the picker's list instead of
 * being told, so that the picker need not know of it.
 */
export function drawFileQuestions({ draft, kind, page, words, picker }: Asking): HTMLElement | null {
  const field = page.fields.find(({ type }) => type === "files");
  if (!field) return null;
  const place = el("div", {});
  let shown = "";
  const redraw = () => {
    // The list is drawn once, when all the files that were picked together have been looked into.
    const ids = [...picker.querySelectorAll<HTMLElement>("[data-file]")].map(({ dataset }) => dataset.file).join();
    if (ids === shown) return;
    shown = ids;
    keepAnswer(draft, field.id, rowsOf(draft, field));
    place.replaceChildren(...draft.files.map((_, index) => drawFile(index)));
  };
  const drawFile = (index: number) => {
    const row = rowsOf(draft, field)[index] ?? {};
    const changed = () => {
      const rows = rowsOf(draft, field);
      rows[index] = { ...row };
      keepAnswer(draft, field.id, rows);
    };
    const onAnswer = () => undefined;
    const view = { field, kind, path: field.id, answer: undefined, words, answers: () => draft.answers, onAnswer };
    const legend = el("legend", { dir: "auto" }, visibleText(draft.files[index]?.name ?? ""));
    const questions = drawDetails(view, row, `${field.id}.${index}`, changed);
    return el("fieldset", { class: "card row", id: idOf(`${field.id}.${index}`) }, legend, ...questions);
  };
  const rename = () => {
    for (const [index, legend] of place.querySelectorAll(":scope > fieldset > legend").entries()) {
      legend.textContent = visibleText(draft.files[index]?.name ?? "");
    }
  };
  new MutationObserver(redraw).observe(picker, { childList: true, subtree: true });
  picker.addEventListener("input", rename);
  redraw();
  return place;
}

/** One row for each file, in the files' order; a file that is gone takes its answers along. */
function rowsOf(draft: Draft, field: Field): Row[] {
  const known = (draft.answers[field.id] ?? []) as Row[];
  return draft.files.map(({ id }) => ({ ...(known.find(({ file }) => file === id) ?? { file: id }) }));
}

/** The answers with each file called by the name under which it is sent; files that nothing is said of are left out. */
export function nameFiles(answers: Answers, files: Draft["files"]): Answers {
  const { evidence, ...rest } = answers;
  if (!Array.isArray(evidence)) return answers;
  const rows = (evidence as Row[]).flatMap(({ file, ...said }) => {
    const name = files.find(({ id }) => id === file)?.name.trim();
    return name && isAnswered(said) ? [{ ...said, file: name }] : [];
  });
  return rows.length > 0 ? { ...rest, evidence: rows } : rest;
}
