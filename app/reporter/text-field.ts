import { el } from "./dom";

type TextField = {
  id: string;
  label: string;
  hint?: string;
  value: string;
  long?: boolean;
  optional?: string;
  /** What is typed is language (spelling, capitals) or something exact such as receipt words. */
  exact?: boolean;
  onInput: (value: string) => void;
};

/**
 * A labelled text control without a name. Spell checking is off: some browsers send what is typed to a service for it.
 */
export function textField(field: TextField): HTMLDivElement {
  const hintId = field.hint ? `${field.id}-hint` : null;
  const control = el(field.long ? "textarea" : "input", {
    id: field.id,
    dir: "auto",
    autocomplete: "off",
    spellcheck: "false",
    autocapitalize: field.exact ? "none" : null,
    autocorrect: "off",
    "aria-describedby": hintId,
    type: field.long ? null : "text",
    input: () => field.onInput(control.value),
  });
  control.value = field.value;
  return el(
    "div",
    { class: "field" },
    labelFor(field),
    field.hint ? el("p", { class: "hint", id: hintId }, ...withDates(field.hint)) : null,
    control,
  );
}

/** A text whose dates, such as 2025-03-14, break at no line's end and read from left to right everywhere. */
export function withDates(text: string): (string | HTMLElement)[] {
  return text
    .split(/(\d{4}-\d\d(?:-\d\d)?)/)
    .map((part, index) => (index % 2 ? el("bdi", { class: "whole" }, part) : part));
}

function labelFor({ id, label, optional }: TextField): HTMLLabelElement {
  return el("label", { for: id }, label, optional ? el("span", { class: "optional" }, ` ${optional}`) : null);
}
