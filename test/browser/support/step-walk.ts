import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Answers, CURRENT, KINDS, type Kind } from "~/forms";
import type { JsonValue } from "~crypto/canonical";
import { sealDraft } from "~crypto/drafts";
import type { Hand } from "./hand";
import type { Say } from "./vocabulary";

export type Look = (place: string) => Promise<void>;
export type Drafts = Map<Kind, { file: string; words: string }>;

const MOST_STEPS = 20;

/** Seals a draft for each kind in which everything is answered, and puts the files into a folder. */
export async function sealDrafts(samples: Record<Kind, Answers>, folder: string): Promise<Drafts> {
  const drafts: Drafts = new Map();
  for (const kind of KINDS) {
    const body = { form: CURRENT.id, kind, concernsOffice: false, struck: [], answers: samples[kind] };
    const { words, bytes } = await sealDraft(body as unknown as JsonValue);
    const file = join(folder, `${kind}.gpg`);
    writeFileSync(file, bytes);
    drafts.set(kind, { file, words: words.join(" ") });
  }
  return drafts;
}

/** One visitor who goes through every step of the forms, from drafts, and looks at each as it comes. */
export class StepWalk {
  /** What was looked at; a step that another kind has in the same words is not looked at twice. */
  private readonly seen = new Set<string>();
  constructor(
    private readonly hand: Hand,
    private readonly say: Say,
    private readonly look: Look,
    private readonly drafts: Drafts,
  ) {}

  /** Opens the draft of a kind, and goes on up to the review. */
  async go(kind: Kind) {
    const { say, hand } = this;
    const { file = "", words = "" } = this.drafts.get(kind) ?? {};
    await hand.press(say("reporter", "begin.openDraft"));
    await hand.see(say("form", "draft.openTitle"));
    await this.lookOnce(kind);
    await hand.chooseDraft(file);
    await hand.write(say("form", "draft.wordsLabel"), words);
    await hand.press(say("form", "draft.open"));
    await hand.see(say("form", "draft.openedTitle"));
    for (let step = 0; step < MOST_STEPS; step++) {
      await this.lookOnce(kind);
      const title = await hand.page.evaluate(goOn, say("reporter", "form.next"));
      if (title === say("reporter", "review.title")) return this.lookOnce(kind);
    }
    throw new Error(`The ${kind} never comes to its end.`);
  }

  private async lookOnce(kind: Kind) {
    const { title, content } = await this.hand.page.evaluate(() => {
      const parts = [...document.querySelectorAll<HTMLElement>("main h1, main .step, main .actions")];
      return { title: parts[0]?.innerText ?? "", content: parts.map((part) => part.innerHTML).join() };
    });
    if (this.seen.has(content)) return;
    this.seen.add(content);
    await this.look(`${kind}: ${title}`);
  }
}

/** Presses a button and waits until another step stands there; its heading. Runs in the page. */
async function goOn(label: string): Promise<string> {
  const heading = () => (document.querySelector("progress") ? "" : (document.querySelector("h1")?.innerText ?? ""));
  const before = heading();
  [...document.querySelectorAll("button")].find((one) => one.innerText.trim() === label)?.click();
  for (let tries = 0; tries < 200 && ["", before].includes(heading()); tries++)
    await new Promise((resolve) => setTimeout(resolve, 25));
  const errors = document.querySelector<HTMLElement>(".errors:not([hidden])");
  if (heading() === before) throw new Error(`"${before}" leads nowhere. ${errors?.innerText ?? ""}`);
  return heading();
}
