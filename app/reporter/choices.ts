import { el } from "./dom";

export type Choice = { id: string; label: string; hint?: string };

type Group = {
  id: string;
  legend: string;
  hint?: string;
  optional?: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  /** The words of a button that takes the one choice back; without it a choice can only be changed. */
  clear?: string;
  /** Called with everything that is chosen now. */
  onChange: (chosen: string[]) => void;
};

/**
 * A group of which one is chosen.
 *
 * Radio buttons are grouped by their `name`, and controls here carry none, so that a browser cannot post them: exclusion
 * and the arrow keys are done by hand, the way browsers do them.
 */
export function chooseOne(group: Group): HTMLFieldSetElement {
  const inputs: HTMLInputElement[] = [];
  const choose = (input: HTMLInputElement) => {
    for (const other of inputs) {
      other.checked = other === input;
      other.tabIndex = other === input ? 0 : -1;
    }
    if (clear) clear.hidden = false;
    group.onChange([input.value]);
  };
  const unchoose = () => {
    for (const input of inputs) input.checked = false;
    if (clear) clear.hidden = true;
    inputs[0]?.focus();
    group.onChange([]);
  };
  const look = { type: "button", class: "link", hidden: group.chosen.length === 0, click: unchoose };
  const clear = group.clear ? el("button", look, group.clear) : null;
  const fieldset = drawGroup(group, "radio", inputs, (event) => choose(event.currentTarget as HTMLInputElement));
  const first = inputs.find((input) => input.checked) ?? inputs[0];
  for (const input of inputs) input.tabIndex = input === first ? 0 : -1;
  if (clear) fieldset.append(clear);
  fieldset.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const at = inputs.indexOf(event.target as HTMLInputElement);
    const next = step && at >= 0 ? inputs.at((at + step) % inputs.length) : undefined;
    if (!next) return;
    event.preventDefault();
    next.focus();
    choose(next);
  });
  return fieldset;
}

/** A group of which any number is chosen. */
export function chooseMany(group: Group): HTMLFieldSetElement {
  const inputs: HTMLInputElement[] = [];
  const onChange = () => group.onChange(inputs.filter((input) => input.checked).map((input) => input.value));
  return drawGroup(group, "checkbox", inputs, onChange);
}

function drawGroup(
  group: Group,
  type: "radio" | "checkbox",
  inputs: HTMLInputElement[],
  change: (event: Event) => void,
) {
  const hintId = group.hint ? `${group.id}-hint` : null;
  const rows = group.choices.map(({ id, label, hint }) => {
    const input = el("input", { type, value: id, change });
    input.checked = group.chosen.includes(id);
    inputs.push(input);
    return el("label", { class: "choice" }, input, el("span", {}, label, hint ? el("small", {}, hint) : null));
  });
  return el(
    "fieldset",
    { class: "field", id: group.id, "aria-describedby": hintId, ...(type === "radio" && { role: "radiogroup" }) },
    el("legend", {}, group.legend, group.optional ? el("span", { class: "optional" }, ` ${group.optional}`) : null),
    group.hint ? el("p", { class: "hint", id: hintId }, group.hint) : null,
    ...rows,
  );
}
