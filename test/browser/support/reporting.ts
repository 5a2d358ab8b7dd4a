import { type Answers, type FormPage, type Kind, pagesFor } from "~/forms";
import { TIP } from "../../../prisma/seed/sample-answers";
import { fillPage } from "./fill-form";
import type { Hand } from "./hand";
import type { Stage } from "./stage";
import type { Say } from "./vocabulary";

/** What the reporter of the story answers to a tip's questions. */
export const answersOf = (summary: string): Answers => ({ ...TIP, summary });

/** What else is done on the way: a file is picked, each step is looked at. */
type OnTheWay = {
  kind?: Kind;
  file?: string;
  onPage?: (hand: Hand, page: FormPage) => Promise<void>;
  /** Whether pictures of the steps are kept. */
  isKept?: boolean;
  /** What is done while the report is on its way, and waited for. */
  whileSending?: (hand: Hand) => Promise<void>;
};

/** Goes through the form step by step, seals, sends, writes the receipt down. Returns the twelve words. Pictures are kept where there is a file. */
export async function report(
  stage: Stage,
  answers: Answers,
  { kind = "tip", file, onPage, isKept = file !== undefined, whileSending }: OnTheWay = {},
): Promise<string[]> {
  const { say } = stage;
  const hand = await stage.enter("/report");
  await fillForm(stage, hand, answers, { kind, isKept, ...(onPage && { onPage }), ...(file && { file }) });
  await hand.see(say("reporter", "review.title"));
  const keep = (title: string) => (isKept ? stage.keep(hand, title) : undefined);
  await keep("09-report-review");
  await hand.press(say("reporter", "review.send"));
  await whileSending?.(hand);
  await hand.see(say("reporter", "receipt.title"));
  await keep("10-receipt");
  const words = await takeReceipt(stage, hand);
  await stage.leave(hand);
  return words;
}

/** Answers the form, step by step, up to the review. */
export async function fillForm(
  stage: Stage,
  hand: Hand,
  answers: Answers,
  { kind = "tip", file, onPage, isKept = file !== undefined }: OnTheWay = {},
) {
  const { say } = stage;
  const keep = (title: string) => (isKept ? stage.keep(hand, title) : undefined);
  await hand.tick(say("reporter", `kind.${kind}.label`));
  await keep("06-report-kind");
  await hand.press(say("reporter", "form.next"));
  await hand.tick(say("reporter", "people.no"));
  await keep("07-report-people");
  await hand.press(say("reporter", "form.next"));
  for (const page of pagesFor(kind)) {
    await fillPage(stage, hand, kind, page, answers);
    if (file && page.id === "evidence") await hand.chooseFile(file);
    if (page.id === "story" || page.id === "evidence") await keep(`08-report-${page.id}`);
    await onPage?.(hand, page);
    await hand.press(say("reporter", "form.next"));
  }
}

/** Reads the twelve words off the receipt, and types those back that are asked for. */
export async function takeReceipt(stage: Stage, hand: Hand): Promise<string[]> {
  const { say } = stage;
  await hand.see(say("reporter", "receipt.title"));
  const words = await writeDownWords(stage, hand);
  await hand.see(say("reporter", "receipt.doneTitle"));
  return words;
}

/** Writes the twelve words down, and the two back that are asked for. */
export async function writeDownWords({ say }: { say: Say }, hand: Hand): Promise<string[]> {
  const words = await hand.page.$$eval("ol[dir=ltr] li b", (list) =>
    list.map((word) => (word as HTMLElement).innerText.trim()),
  );
  for (const [index, word] of words.entries()) {
    const label = say("reporter", "receipt.word", { count: index + 1 });
    if (await hand.has(label)) await hand.write(label, word);
  }
  await hand.press(say("reporter", "receipt.written"));
  return words;
}

/** Opens the mailbox with the twelve words. */
export function openMailbox(stage: Stage, words: string[]): Promise<Hand> {
  return openMailboxAs(stage, words, stage.say("reporter", "mailbox.title"));
}

/** Opens what the twelve words open, and waits for its heading. */
export async function openMailboxAs(stage: Stage, words: string[], heading: string): Promise<Hand> {
  const { say } = stage;
  const hand = await stage.enter("/mailbox");
  await hand.write(say("reporter", "receipt.word", { count: 1 }), words.join(" "));
  await hand.press(say("reporter", "open.button"));
  await hand.see(heading);
  return hand;
}
