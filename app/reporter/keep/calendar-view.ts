import { randomId } from "~crypto/bytes";
import { chooseOne } from "../choices";
import { button, el, note } from "../dom";
import { saveAs } from "../save-as";
import { textField } from "../text-field";
import type { Words } from "../words";
import { writeCalendar } from "./calendar";

/** Titles that say nothing; the last one is the reporter's own. */
const TITLES = ["reminder", "call", "appointment", "own"];

type Dates = { id: string; day: string }[];

/** "Come back on these days": a list, and a file for a calendar under a title that tells nobody anything. */
export function drawCalendar(dates: Dates, words: Words): HTMLElement | null {
  const { t, has, day } = words;
  const known = dates.filter(({ id }) => has(`milestone.${id}`)).sort((a, b) => a.day.localeCompare(b.day));
  if (known.length === 0) return null;
  const titleOf = (id: string) => t(`keep.calendar.title.${id}`);
  let [chosen, own] = ["reminder", ""];
  const status = el("p", { role: "status" });
  const ownField = textField({
    id: "calendar-own",
    label: t("keep.calendar.own"),
    value: "",
    onInput: (value) => {
      own = value;
    },
  });
  ownField.hidden = true;
  const choice = chooseOne({
    id: "calendar-title",
    legend: t("keep.calendar.name"),
    choices: TITLES.map((id) => ({ id, label: titleOf(id) })),
    chosen: [chosen],
    onChange: ([id = "reminder"]) => {
      chosen = id;
      ownField.hidden = id !== "own";
    },
  });
  const save = () => {
    const title = (chosen === "own" && own.trim().slice(0, 120)) || titleOf(chosen === "own" ? "reminder" : chosen);
    const days = [...new Set(known.map((date) => date.day))];
    saveAs(new Blob([writeCalendar({ days, title, id: randomId() })]), "calendar.ics");
    status.textContent = t("keep.calendar.saved");
  };
  const lines = known.map((date) => el("li", {}, el("b", {}, day(date.day)), " ", t(`milestone.${date.id}`)));
  return el(
    "details",
    { class: "card act" },
    el("summary", {}, t("keep.calendar.heading")),
    el("p", {}, t("keep.calendar.lead")),
    el("ul", {}, ...lines),
    note("warn", el("p", {}, t("keep.calendar.care"))),
    choice,
    ownField,
    button(t("keep.calendar.save"), save),
    status,
  );
}
