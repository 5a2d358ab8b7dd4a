import { MAX_NOTE, type Row } from "~/forms";
import codes from "~/forms/core-2/codes.json";
import { el } from "../../dom";
import { textField } from "../../text-field";
import { idOf, optionalMark, type View, wordsOf } from "./view";

/** Options of which any number is ticked; each that is ticked takes a note. Below stands where the list comes from. */
export function drawFlags(view: View): HTMLElement {
  const { field, onAnswer } = view;
  const { label, hint, option, other } = wordsOf(view);
  const id = idOf(view.path);
  const optional = optionalMark(view);
  const kept = new Map(((view.answer ?? []) as Row[]).map((row) => [String(row.id), String(row.note ?? "")]));
  const ticked = new Set(kept.keys());
  const options = field.options ?? [];
  const changed = () =>
    onAnswer(options.filter((flag) => ticked.has(flag)).map((flag) => ({ id: flag, note: kept.get(flag) ?? "" })));

  const drawFlag = (flag: string) => {
    const note = textField({
      id: `${id}-${flag}`,
      label: other("note"),
      hint: "",
      value: kept.get(flag) ?? "",
      optional: view.words.t("form.optional"),
      onInput: (text) => {
        kept.set(flag, text.slice(0, MAX_NOTE));
        changed();
      },
    });
    note.querySelector("label")?.append(el("span", { class: "visually-hidden" }, `: ${option(flag)}`));
    note.hidden = !ticked.has(flag);
    const box = el("input", {
      type: "checkbox",
      change: () => {
        if (box.checked) ticked.add(flag);
        else ticked.delete(flag);
        note.hidden = !box.checked;
        changed();
      },
    });
    box.checked = ticked.has(flag);
    return el("div", {}, el("label", { class: "choice" }, box, el("span", {}, option(flag))), note);
  };
  return el(
    "fieldset",
    { class: "field", id, "aria-describedby": hint ? `${id}-hint` : null },
    el("legend", {}, label, optional ? el("span", { class: "optional" }, ` ${optional}`) : null),
    hint ? el("p", { class: "hint", id: `${id}-hint` }, hint) : null,
    ...options.map(drawFlag),
    drawSources(other("sources")),
  );
}

/** Which flags come from which source, in the words of the policy file; the titles are names and stay as they are. */
function drawSources(title: string): HTMLElement {
  const { ids, sources } = codes.redFlags;
  const lines = [...new Set(sources)].map((source) =>
    el(
      "li",
      { lang: "en", dir: "ltr" },
      `${source}: ${ids.filter((_, index) => sources[index] === source).join(", ")}`,
    ),
  );
  return el("details", { class: "small" }, el("summary", {}, title), el("ul", {}, ...lines));
}
