import { el } from "./dom";

type Menu = {
  id: string;
  label: string;
  hint?: string;
  optional?: string;
  /** What stands there while nothing is chosen. */
  nothing: string;
  choices: readonly { id: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
};

/** A labelled list of which one is chosen, for choices that are too many to show at once. It carries no name. */
export function menuField({ id, label, hint, optional, nothing, choices, value, onChange }: Menu): HTMLDivElement {
  const hintId = hint ? `${id}-hint` : null;
  const select = el(
    "select",
    { id, autocomplete: "off", "aria-describedby": hintId, change: () => onChange(select.value) },
    el("option", { value: "" }, nothing),
    ...choices.map((choice) => el("option", { value: choice.id }, choice.label)),
  );
  select.value = value;
  const mark = optional ? el("span", { class: "optional" }, ` ${optional}`) : null;
  return el(
    "div",
    { class: "field" },
    el("label", { for: id }, label, mark),
    hint ? el("p", { class: "hint", id: hintId }, hint) : null,
    select,
  );
}
