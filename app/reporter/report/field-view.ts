import { type Answer, type Field, fieldWords, type Kind, type Period } from "~/forms";
import { chooseMany, chooseOne } from "../choices";
import { el, icon } from "../dom";
import { textField } from "../text-field";
import type { Words } from "../words";

type View = { field: Field; kind: Kind; answer: Answer | undefined; words: Words; onAnswer: (answer: Answer) => void };

/** The id of a field's control on the page. */
export const idOf = (field: { id: string }): string => `f-${field.id}`;

/** Draws one field of the form with the answer it has. */
export function drawField(view: View): HTMLElement {
  const { field, kind, words, answer, onAnswer } = view;
  const { label, hint, option } = fieldWords(words.form, field, kind);
  const id = idOf(field);
  const optional = field.asked[kind] === "optional" ? words.t("form.optional") : "";
  const choices = (field.options ?? []).map((name) => ({ id: name, label: option(name) }));
  switch (field.type) {
    case "one": {
      const chosen = typeof answer === "string" ? [answer] : [];
      const warning = el("div", { role: "status" });
      const warn = (name: string) => showWarning(warning, field.warn?.includes(name) ? view : null, name);
      warn(chosen[0] ?? "");
      const onChange = ([name = ""]: string[]) => {
        warn(name);
        onAnswer(name);
      };
      return el("div", {}, chooseOne({ id, legend: label, optional, hint, choices, chosen, onChange }), warning);
    }
    case "many":
      return chooseMany({
        id,
        legend: label,
        optional,
        hint,
        choices,
        chosen: Array.isArray(answer) ? answer : [],
        onChange: onAnswer,
      });
    case "tick": {
      const onChange = (chosen: string[]) => onAnswer(chosen.length > 0);
      const only = [{ id: "yes", label, hint }];
      return chooseMany({ id, legend: words.t("form.tick"), choices: only, chosen: answer ? ["yes"] : [], onChange });
    }
    case "period":
      return drawPeriod(view, { id, legend: label, hint, optional });
    default: {
      const value = typeof answer === "string" ? answer : "";
      return textField({ id, label, hint, optional, value, long: field.type === "text", onInput: onAnswer });
    }
  }
}

function showWarning(place: HTMLElement, view: View | null, option: string): void {
  const text = view && fieldWords(view.words.form, view.field, view.kind).warn(option);
  place.replaceChildren(...(text ? [el("div", { class: "note warn icon-row" }, icon("warn"), el("p", {}, text))] : []));
}

function drawPeriod(
  { answer, words, onAnswer }: View,
  group: { id: string; legend: string; hint: string; optional: string },
): HTMLElement {
  const known = typeof answer === "object" && !Array.isArray(answer) ? answer : null;
  const period: Period = known ? { ...known } : { from: "", to: "", about: false };
  const month = (end: "from" | "to") =>
    textField({
      id: `${group.id}-${end}`,
      label: words.t(`form.${end}`),
      value: period[end],
      exact: true,
      onInput: (value) => {
        period[end] = value.trim();
        onAnswer({ ...period });
      },
    });
  const about = el("input", {
    type: "checkbox",
    change: () => {
      period.about = about.checked;
      onAnswer({ ...period });
    },
  });
  about.checked = period.about;
  return el(
    "fieldset",
    { class: "field", id: group.id },
    el("legend", {}, group.legend, group.optional ? el("span", { class: "optional" }, ` ${group.optional}`) : null),
    el("p", { class: "hint" }, group.hint),
    el("div", { class: "pair" }, month("from"), month("to")),
    el("label", { class: "choice" }, about, el("span", {}, words.t("form.about"))),
  );
}
