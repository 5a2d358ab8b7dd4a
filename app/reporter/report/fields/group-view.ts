import { type Row, visibleDetails } from "~/forms";
import { el } from "../../dom";
import { drawField } from "./field-view";
import { idOf, optionalMark, type View, wordsOf } from "./view";

/** A group of details under one heading. */
export function drawGroup(view: View): HTMLElement {
  const { label, hint } = wordsOf(view);
  const id = idOf(view.path);
  const optional = optionalMark(view);
  const row: Row = { ...(view.answer as Row | undefined) };
  return el(
    "fieldset",
    { class: "field group", id, "aria-describedby": hint ? `${id}-hint` : null },
    el("legend", {}, label, optional ? el("span", { class: "optional" }, ` ${optional}`) : null),
    hint ? el("p", { class: "hint", id: `${id}-hint` }, hint) : null,
    ...drawDetails(view, row, view.path, () => view.onAnswer({ ...row })),
  );
}

/** The details of one row, each hidden while it is not asked. `row` is written in place. */
export function drawDetails(view: View, row: Row, path: string, changed: () => void): HTMLElement[] {
  const drawn = (view.field.fields ?? []).map((field) => {
    const onAnswer: View["onAnswer"] = (answer) => {
      row[field.id] = answer as Row[string];
      refresh();
      changed();
    };
    return {
      field,
      element: drawField({ ...view, field, path: `${path}.${field.id}`, answer: row[field.id], onAnswer }),
    };
  });
  const refresh = () => {
    const shown = new Set(visibleDetails(view.field, row, view.answers()).map(({ id }) => id));
    for (const { field, element } of drawn) element.hidden = !shown.has(field.id);
  };
  refresh();
  return drawn.map(({ element }) => element);
}
