import { MAX_ROWS, type Row } from "~/forms";
import { button, el } from "../../dom";
import { drawDetails } from "./group-view";
import { idOf, optionalMark, type View, wordsOf } from "./view";

/**
 * Any number of rows with the same details. Adding moves the focus into the new row, removing to the row after it, and
 * both are said aloud.
 */
export function drawGroups(view: View): HTMLElement {
  const { words, onAnswer } = view;
  const { label, hint, other } = wordsOf(view);
  const id = idOf(view.path);
  const optional = optionalMark(view);
  const rows: Row[] = ((view.answer ?? []) as Row[]).map((row) => ({ ...row }));
  // Where an answer is needed, the first row stands open.
  if (rows.length === 0 && !optional) rows.push({});
  const list = el("div", { class: "rows" });
  const status = el("p", { class: "visually-hidden", role: "status" });
  const changed = () => onAnswer(rows.map((row) => ({ ...row })));
  const nameOf = (index: number) => other("one").replace(/\{\{count\}\}/, String(index + 1));

  const redraw = () => {
    list.replaceChildren(...rows.map(drawRow));
    add.hidden = rows.length >= MAX_ROWS;
  };
  const drawRow = (row: Row, index: number) =>
    el(
      "fieldset",
      { class: "card row", id: idOf(`${view.path}.${index}`), tabindex: -1 },
      el("legend", {}, nameOf(index)),
      ...drawDetails(view, row, `${view.path}.${index}`, changed),
      rows.length > 1 || optional ? drawRemove(index) : null,
    );
  const drawRemove = (index: number) => {
    const remove = button(words.t("form.rows.remove"), () => take(index), "quiet-button");
    remove.append(el("span", { class: "visually-hidden" }, `: ${nameOf(index)}`));
    return remove;
  };
  const take = (index: number) => {
    rows.splice(index, 1);
    changed();
    redraw();
    status.textContent = words.t("form.rows.removed", { name: nameOf(index) });
    const next = list.children[Math.min(index, rows.length - 1)];
    if (next instanceof HTMLElement) next.focus();
    else add.focus();
  };
  const add = button(other("add"), () => {
    rows.push({});
    changed();
    redraw();
    status.textContent = words.t("form.rows.added", { name: nameOf(rows.length - 1) });
    list.lastElementChild?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  });
  redraw();
  return el(
    "fieldset",
    { class: "field group", id, "aria-describedby": hint ? `${id}-hint` : null },
    el("legend", {}, label, optional ? el("span", { class: "optional" }, ` ${optional}`) : null),
    hint ? el("p", { class: "hint", id: `${id}-hint` }, hint) : null,
    list,
    add,
    status,
  );
}
