import { type Choice, chooseMany, chooseOne } from "../choices";
import { el } from "../dom";
import type { ActForm } from "./act-form";
import type { ActCodes, Plan } from "./acts";

const PURPOSES = [
  "referral",
  "authority",
  "exporter",
  "mediation",
  "publication",
  "research",
  "protection",
  "disclosure",
];
const OPTIONS = {
  reason: ["procedure", "facts", "newFacts"],
  implementation: ["implemented", "partly", "not", "unknown"],
};
/** "Somebody else": no id that the office could have. */
const NOBODY = "other";

/** The list from which a step's code is chosen, with the last day of a consent where one is given. */
export function drawChoice(form: ActForm, choice: NonNullable<Plan["choice"]>, id: string): HTMLElement {
  const { draft, name, words } = form;
  const { t, has } = words;
  const onChange = ([chosen]: string[]) => set(draft.codes, choice, chosen === NOBODY ? "" : (chosen ?? ""));
  const legend = t(`mailbox.write.${name}.legend`);
  const chosen = [draft.codes[choice] ?? ""];
  const choices = optionsOf(form, choice).map((option) => ({
    ...option,
    ...(has(`mailbox.write.${choice}.${option.id}.hint`) && { hint: t(`mailbox.write.${choice}.${option.id}.hint`) }),
  }));
  const list = chooseOne({ id: `${id}-choice`, legend, choices, chosen, onChange });
  return form.event === "consent.give" ? el("div", {}, list, drawUntil(form, id)) : list;
}

function optionsOf({ event, opened, people, words: { t } }: ActForm, choice: NonNullable<Plan["choice"]>): Choice[] {
  const { answer } = opened;
  const named = (id: string): Choice => ({ id, label: t(`mailbox.write.${choice}.${id}.label`) });
  if (choice === "person") {
    return [...people.map(({ person, name }) => ({ id: person, label: name })), named(NOBODY)];
  }
  if (choice !== "purpose") {
    // After the window of the review only new facts open it again.
    const isLate =
      choice === "reason" && answer.milestones.some(({ id, day }) => id === "review" && answer.today > day);
    return OPTIONS[choice].slice(isLate ? -1 : 0).map(named);
  }
  const isGiven = (id: string) => answer.consents.some(({ purpose }) => purpose === id);
  return PURPOSES.filter((id) => event === "consent.give" || isGiven(id)).map(named);
}

/** A consent can end by itself; the day is picked, never typed as words. */
function drawUntil({ draft, opened, words: { t } }: ActForm, id: string): HTMLElement {
  const input = el("input", {
    type: "date",
    id: `${id}-until`,
    min: opened.answer.today,
    "aria-describedby": `${id}-until-hint`,
    input: () => set(draft.codes, "until", input.value),
  });
  input.value = draft.codes.until ?? "";
  const optional = el("span", { class: "optional" }, ` ${t("mailbox.write.optional")}`);
  return el(
    "div",
    { class: "field" },
    el("label", { for: `${id}-until` }, t("mailbox.write.until"), optional),
    el("p", { class: "hint", id: `${id}-until-hint` }, t("mailbox.write.untilHint")),
    input,
  );
}

/** The confirmation of what cannot simply be taken back. */
export function drawSure({ draft, words: { t } }: ActForm, id: string): HTMLElement {
  const onChange = (chosen: string[]) => {
    draft.isSure = chosen.length > 0;
  };
  const choices = [{ id: "yes", label: t("mailbox.write.sure") }];
  const chosen = draft.isSure ? ["yes"] : [];
  return chooseMany({ id: `${id}-sure`, legend: t("mailbox.write.confirm"), choices, chosen, onChange });
}

function set(codes: ActCodes, name: keyof ActCodes, value: string): void {
  if (value === "") delete codes[name];
  else codes[name] = value;
}
