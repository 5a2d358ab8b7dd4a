import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Answer,
  type Answers,
  type Field,
  type FormCatalogue,
  type FormPage,
  fieldWords,
  type Kind,
  type Period,
  pageWords,
  type Row,
  sayValue,
  visibleDetails,
  visibleFields,
} from "~/forms";
import type { Hand } from "./hand";
import type { Stage } from "./stage";

/** The form's words, as the page shows them. */
export function formWords(language: string): FormCatalogue {
  return JSON.parse(readFileSync(join(process.cwd(), `app/locales/${language}/form.json`), "utf8")) as FormCatalogue;
}

type Filling = { stage: Stage; hand: Hand; kind: Kind; catalogue: FormCatalogue; answers: Answers };

/** Waits for a page of the form and answers its questions in their order, by the words on it. */
export async function fillPage(stage: Stage, hand: Hand, kind: Kind, page: FormPage, answers: Answers) {
  const catalogue = formWords(stage.language);
  await hand.see(pageWords(catalogue, page.id, kind).title);
  const ids = new Set(page.fields.map(({ id }) => id));
  for (const field of visibleFields(kind, answers).filter(({ id }) => ids.has(id))) {
    const answer = answers[field.id];
    if (answer !== undefined) await fill({ stage, hand, kind, catalogue, answers }, field, answer, field.id);
  }
}

async function fill(filling: Filling, field: Field, answer: Answer, path: string): Promise<void> {
  const { stage, hand, kind, catalogue } = filling;
  const words = fieldWords(catalogue, field, kind, path);
  const say = (value: unknown) => sayValue(field, words, stage.language, String(value));
  switch (field.type) {
    case "tick":
      return hand.tick(words.label);
    case "country":
      return hand.select(words.label, say(answer), true);
    case "one":
      return field.menu ? hand.select(words.label, say(answer), true) : hand.tickIn(words.label, say(answer));
    case "many":
      for (const option of answer as string[]) await hand.tickIn(words.label, say(option));
      return;
    case "flags":
      for (const { id, note } of answer as Row[]) {
        await hand.tickIn(words.label, words.option(String(id)));
        if (note) await hand.write(words.other("note"), String(note), true);
      }
      return;
    case "period":
      return fillPeriod(filling, answer as Period);
    case "group":
      return fillRow(filling, field, answer as Row, path);
    case "groups":
      return fillRows(filling, field, answer as Row[], path);
    default:
      return hand.write(words.label, String(answer), true);
  }
}

async function fillPeriod({ stage: { say }, hand }: Filling, { from, to, about }: Period) {
  if (from) await hand.write(say("reporter", "form.from"), from);
  if (to) await hand.write(say("reporter", "form.to"), to);
  if (about) await hand.tick(say("reporter", "form.about"));
}

/** The first row stands open where an answer is needed; every other one is added. */
async function fillRows(filling: Filling, field: Field, rows: Row[], path: string) {
  const { hand, kind, catalogue } = filling;
  for (const [index, row] of rows.entries()) {
    const add = fieldWords(catalogue, field, kind, path).other("add");
    if (index > 0 || field.asked[kind] === "optional") await hand.press(add);
    await fillRow(filling, field, row, `${path}.${index}`);
  }
}

async function fillRow(filling: Filling, field: Field, row: Row, path: string) {
  for (const detail of visibleDetails(field, row, filling.answers)) {
    const answer = row[detail.id];
    if (answer !== undefined) await fill(filling, detail, answer, `${path}.${detail.id}`);
  }
}
