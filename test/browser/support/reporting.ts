import { pagesFor, visibleFields } from "~/forms";
import { CORE_1 } from "~/forms/core-1";
import type { Answers } from "~/forms/form";
import type { Hand } from "./hand";
import type { Stage } from "./stage";

export const FORM = CORE_1.id;

/** What the reporter of the story answers to a tip's questions. */
export const answersOf = (summary: string): Answers => ({
  urgent: "no",
  summary,
  status: "ongoing",
  basis: ["seen", "document"],
  fewKnow: "5to20",
  identity: "anonymous",
  truth: true,
});

/** Goes through the form step by step, seals, sends, writes the receipt down. Returns the twelve words. */
export async function report(stage: Stage, answers: Answers, file: string): Promise<string[]> {
  const { say } = stage;
  const hand = await stage.enter("/report");
  await hand.tick(say("reporter", "kind.tip.label"));
  await stage.keep(hand, "06-report-kind");
  await hand.press(say("reporter", "form.next"));
  await hand.tick(say("reporter", "people.no"));
  await stage.keep(hand, "07-report-people");
  await hand.press(say("reporter", "form.next"));
  for (const page of pagesFor("tip")) {
    await hand.see(say("form", `page.${page.id}.title`));
    const ids = new Set(page.fields.map((field) => field.id));
    for (const field of visibleFields("tip", answers).filter((one) => ids.has(one.id)))
      await fill(stage, hand, field.id, answers[field.id]);
    if (page.id === "evidence") await hand.chooseFile(file);
    if (page.id === "story" || page.id === "evidence") await stage.keep(hand, `08-report-${page.id}`);
    await hand.press(say("reporter", "form.next"));
  }
  await hand.see(say("reporter", "review.title"));
  await stage.keep(hand, "09-report-review");
  await hand.press(say("reporter", "review.send"));
  await hand.see(say("reporter", "receipt.title"));
  await stage.keep(hand, "10-receipt");
  const words = await hand.page.$$eval("ol[dir=ltr] li b", (list) =>
    list.map((word) => (word as HTMLElement).innerText.trim()),
  );
  for (const [index, word] of words.entries()) {
    const label = say("reporter", "receipt.word", { count: index + 1 });
    if (await hand.has(label)) await hand.write(label, word);
  }
  await hand.press(say("reporter", "receipt.written"));
  await hand.see(say("reporter", "receipt.doneTitle"));
  await stage.leave(hand);
  return words;
}

async function fill({ say }: Stage, hand: Hand, id: string, answer: Answers[string] | undefined) {
  if (answer === undefined) return;
  if (answer === true) return hand.tick(say("form", `field.${id}.label`));
  const options = Array.isArray(answer) ? answer : typeof answer === "string" ? [answer] : [];
  const isText = id === "summary";
  if (isText) return hand.write(say("form", `field.${id}.label`), options[0] ?? "");
  for (const option of options) await hand.tick(say("form", `field.${id}.option.${option}`));
}

/** Opens the mailbox with the twelve words. */
export async function openMailbox(stage: Stage, words: string[]): Promise<Hand> {
  const { say } = stage;
  const hand = await stage.enter("/mailbox");
  await hand.write(say("reporter", "open.label"), words.join(" "));
  await hand.press(say("reporter", "open.button"));
  await hand.see(say("reporter", "mailbox.title"));
  return hand;
}
