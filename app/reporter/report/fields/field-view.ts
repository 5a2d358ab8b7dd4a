import { COUNTRIES, countryName, type Period, tidyDate } from "~/forms";
import { chooseMany, chooseOne } from "../../choices";
import { el, icon } from "../../dom";
import { menuField } from "../../menu-field";
import { textField, withDates } from "../../text-field";
import { drawFlags } from "./flags-view";
import { drawGroup } from "./group-view";
import { drawGroups } from "./groups-view";
import { idOf, optionalMark, type View, wordsOf } from "./view";

/** Draws one field of the form with the answer it has. */
export function drawField(view: View): HTMLElement {
  const { field, words, answer, onAnswer } = view;
  const { label, hint, option } = wordsOf(view);
  const id = idOf(view.path);
  const optional = optionalMark(view);
  const choices = (field.options ?? []).map((name) => ({ id: name, label: option(name) }));
  switch (field.type) {
    case "one":
      return field.menu ? drawMenu(view, choices) : drawChoice(view, choices);
    case "many": {
      const chosen = Array.isArray(answer) ? answer.filter((each) => typeof each === "string") : [];
      return chooseMany({ id, legend: label, optional, hint, choices, chosen, onChange: onAnswer });
    }
    case "tick": {
      const onChange = (chosen: string[]) => onAnswer(chosen.length > 0);
      const only = [{ id: "yes", label, hint }];
      return chooseMany({ id, legend: words.t("form.tick"), choices: only, chosen: answer ? ["yes"] : [], onChange });
    }
    case "country": {
      const named = COUNTRIES.map((code) => ({ id: code, label: countryName(code, words.language) }));
      return drawMenu(
        view,
        named.sort((one, other) => one.label.localeCompare(other.label, words.language)),
      );
    }
    case "period":
      return drawPeriod(view);
    case "flags":
      return drawFlags(view);
    case "group":
      return drawGroup(view);
    case "groups":
      return drawGroups(view);
    default: {
      const exact = field.type === "month" || field.type === "date";
      const value = typeof answer === "string" ? answer : "";
      const onInput = (text: string) => onAnswer(exact ? tidyDate(text) : text);
      return textField({ id, label, hint, optional, value, long: field.type === "text", exact, onInput });
    }
  }
}

type Choices = { id: string; label: string }[];

function drawMenu(view: View, choices: Choices): HTMLElement {
  const { label, hint } = wordsOf(view);
  return menuField({
    id: idOf(view.path),
    label,
    hint,
    optional: optionalMark(view),
    nothing: view.words.t("form.choose"),
    choices,
    value: typeof view.answer === "string" ? view.answer : "",
    onChange: view.onAnswer,
  });
}

function drawChoice(view: View, choices: Choices): HTMLElement {
  const { label, hint, warn } = wordsOf(view);
  const chosen = typeof view.answer === "string" ? [view.answer] : [];
  const warning = el("div", { role: "status" });
  const show = (name: string) => {
    const text = view.field.warn?.includes(name) ? warn(name) : "";
    const box = el("div", { class: "note warn icon-row" }, icon("warn"), el("p", {}, text));
    warning.replaceChildren(...(text ? [box] : []));
  };
  show(chosen[0] ?? "");
  const onChange = ([name = ""]: string[]) => {
    show(name);
    view.onAnswer(name);
  };
  const optional = optionalMark(view);
  const clear = optional && view.words.t("form.clear");
  const group = { id: idOf(view.path), legend: label, optional, hint, choices, chosen, onChange };
  return el("div", {}, chooseOne({ ...group, ...(clear && { clear }) }), warning);
}

function drawPeriod(view: View): HTMLElement {
  const { answer, words, onAnswer } = view;
  const { label, hint } = wordsOf(view);
  const id = idOf(view.path);
  const period: Period = { from: "", to: "", about: false, ...(answer as Period | undefined) };
  const month = (end: "from" | "to") =>
    textField({
      id: `${id}-${end}`,
      label: words.t(`form.${end}`),
      value: period[end],
      exact: true,
      onInput: (value) => {
        period[end] = tidyDate(value);
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
  const optional = optionalMark(view);
  return el(
    "fieldset",
    { class: "field", id, "aria-describedby": hint ? `${id}-hint` : null },
    el("legend", {}, label, optional ? el("span", { class: "optional" }, ` ${optional}`) : null),
    el("p", { class: "hint", id: `${id}-hint` }, ...withDates(hint)),
    el("div", { class: "pair" }, month("from"), month("to")),
    el("label", { class: "choice" }, about, el("span", {}, words.t("form.about"))),
  );
}
