import { chooseMany, chooseOne } from "../choices";
import { el, note } from "../dom";
import { intakeWithout, type Office } from "../office";
import type { Words } from "../words";
import { type Draft, keptOut } from "./draft";

/** Asks whether the report is about somebody here, before anything is sealed to anybody. */
export function drawPeople(draft: Draft, office: Office, words: Words): { title: string; body: Node[] } {
  const { t } = words;
  const nobody = el("div", { role: "status" });
  const strike = chooseMany({
    id: "struck",
    legend: t("people.strike"),
    hint: t("people.strikeHint"),
    choices: office.people.map(({ person, name, roles }) => ({
      id: person,
      label: name,
      hint: roles.map((role) => (words.has(`role.${role}`) ? t(`role.${role}`) : role)).join(", "),
    })),
    chosen: [...draft.struck],
    onChange: (chosen) => {
      draft.struck = new Set(chosen);
      refresh();
    },
  });
  const ask = chooseOne({
    id: "concerns",
    legend: t("people.legend"),
    hint: t("people.hint"),
    choices: ["no", "yes"].map((id) => ({ id, label: t(`people.${id}`) })),
    chosen: draft.concernsOffice === null ? [] : [draft.concernsOffice ? "yes" : "no"],
    onChange: ([id]) => {
      draft.concernsOffice = id === "yes";
      refresh();
    },
  });
  const refresh = () => {
    strike.hidden = !draft.concernsOffice;
    const left = intakeWithout(office, keptOut(draft)).length;
    nobody.replaceChildren(...(left === 0 ? [drawNobody(words)] : []));
  };
  refresh();
  return { title: t("people.title"), body: [ask, strike, nobody] };
}

/** Nobody is left who could open the report: said plainly, with where else to go. */
export function drawNobody({ t }: Words): HTMLElement {
  return note(
    "bad",
    el("h2", {}, t("people.nobody")),
    el("p", {}, t("people.nobodyText")),
    el("p", {}, t("people.elsewhere")),
  );
}
