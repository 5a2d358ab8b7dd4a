import type { ElementHandle } from "puppeteer-core";
import { Eyes } from "./eyes";
import { strike } from "./finger";

const TYPED_CHARACTERS = 60;
const MOST_TRIES = 5;

const unlabelled = (label: string) => `no field is labelled "${label}"`;

const wanted = (label: string, isLast = false) => JSON.stringify([label, isLast]);

/** Looks for the field with a label, or the last one of several; runs in the page. */
const FIELD = (asked: string): HTMLElement | null => {
  const [wanted, isLast] = JSON.parse(asked) as [string, boolean];
  const labels = [...document.querySelectorAll("label")].filter((one) => one.getClientRects().length > 0);
  if (isLast) labels.reverse();
  const says = (one: HTMLElement) => one.innerText.trim().replace(/\s+/g, " ");
  const found = labels.find((one) => says(one) === wanted) ?? labels.find((one) => says(one).startsWith(wanted));
  return found?.control ?? null;
};

/**
 * A person's hand on a page: finds things by the words that a person reads, and waits until they are there.
 * Nothing is reached by a class or an id, so that a page which cannot be used by its words fails the test.
 */
export class Hand extends Eyes {
  /** Types into the field with this label; what stood there is replaced. Where there are several, `isLast` takes the last. */
  async write(label: string, text: string, isLast = false) {
    const field = await this.clickWhere(FIELD, wanted(label, isLast), unlabelled(label));
    await field.evaluate((element) => (element as HTMLInputElement).select?.());
    await this.page.keyboard.type(text.slice(0, TYPED_CHARACTERS));
    const rest = text.slice(TYPED_CHARACTERS);
    // What is long is pasted, as people do; this needs no clipboard and tells the page as a paste does.
    if (rest) await this.page.evaluate((words) => void document.execCommand("insertText", false, words), rest);
  }

  /** Waits for the field with this label. */
  protected seek(label: string, isLast: boolean) {
    return this.find(FIELD, wanted(label, isLast), unlabelled(label));
  }

  /** Chooses an option of a list by its words. */
  async select(label: string, option: string, isLast = false) {
    const field = await this.seek(label, isLast);
    const value = await field.evaluate(
      (element, words) => [...(element as HTMLSelectElement).options].find((one) => one.text.trim() === words)?.value,
      option,
    );
    if (value === undefined) throw new Error(`The list "${label}" has no "${option}".`);
    await this.page.evaluate(() => undefined);
    await field.select(value);
  }

  /** Ticks a box or chooses a round button by its words. */
  async tick(label: string) {
    await this.clickWhere(FIELD, wanted(label), unlabelled(label));
  }

  /** Ticks a box or chooses a round button in the last group on the page with this heading. */
  async tickIn(heading: string, label: string) {
    await this.clickWhere(
      (wanted) => {
        const [group, words] = JSON.parse(wanted) as [string, string];
        const says = (one: HTMLElement | null) => one?.innerText.trim().replace(/\s+/g, " ") ?? "";
        const groups = [...document.querySelectorAll("fieldset")].filter(
          (one) => one.getClientRects().length > 0 && says(one.querySelector("legend")).startsWith(group),
        );
        const labels = [...(groups.at(-1)?.querySelectorAll("label") ?? [])];
        return (
          (labels.find((one) => says(one) === words) ?? labels.find((one) => says(one).startsWith(words)))?.control ??
          null
        );
      },
      JSON.stringify([heading, label]),
      `no "${label}" under "${heading}"`,
    );
  }

  /** Presses a button, a link or a summary that begins with these words. */
  async press(words: string) {
    await this.clickWhere(
      (wanted) => {
        const says = (element: Element) => (element as HTMLElement).innerText.trim().replace(/\s+/g, " ");
        const shown = [...document.querySelectorAll("button, a, summary")].filter(
          (element) => element.getClientRects().length > 0 && !(element as HTMLButtonElement).disabled,
        );
        const firstLine = (element: Element) => (element as HTMLElement).innerText.trim().split("\n")[0]?.trim();
        return (
          shown.find((one) => says(one) === wanted) ??
          shown.find((one) => firstLine(one) === wanted) ??
          shown.find((one) => says(one).startsWith(wanted)) ??
          null
        );
      },
      words,
      `nothing to press that says "${words}"`,
    );
  }

  /** Presses the last thing on the page that says exactly this. */
  async pressLast(words: string) {
    await this.clickWhere(
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>("button, a, summary")]
          .filter((one) => one.getClientRects().length > 0 && one.innerText.trim() === wanted)
          .at(-1) ?? null,
      words,
      `nothing to press that says "${words}"`,
    );
  }

  /** Clicks what `look` finds; looks again where the page has drawn or moved it before the finger came down. */
  async clickWhere(
    look: (words: string) => Element | null,
    words: string,
    missing: string,
  ): Promise<ElementHandle<HTMLElement>> {
    for (let tries = 1; ; tries++) {
      try {
        const target = await this.find(look, words, missing);
        if (await strike(target)) return target;
        throw new Error("The page moved: something else was pressed.");
      } catch (error) {
        if (tries === MOST_TRIES || !/not clickable|detached|moved/.test((error as Error).message)) throw error;
      }
    }
  }

  /** Whether something can be pressed now that says this: as its first line, or with more behind a dot. */
  async offers(words: string): Promise<boolean> {
    return this.page.evaluate(
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>("button, a, summary")].some((one) => {
          const line = one.innerText.trim().split("\n")[0]?.trim() ?? "";
          const isOpen = one.getClientRects().length > 0 && !(one as HTMLButtonElement).disabled;
          return isOpen && (line === wanted || line.startsWith(`${wanted} ·`));
        }),
      words,
    );
  }

  /** Unfolds the group with this heading; one that is open stays open. */
  async unfold(words: string) {
    const isOpen = await this.page.evaluate(
      (wanted) =>
        [...document.querySelectorAll<HTMLDetailsElement>("details[open]")].some((one) =>
          one.querySelector("summary")?.innerText.trim().startsWith(wanted),
        ),
      words,
    );
    if (!isOpen) await this.press(words);
  }

  /** Picks the one file that the page asks for. */
  async chooseDraft(path: string) {
    const field = (await this.page.$("input[type=file]")) as ElementHandle<HTMLInputElement> | null;
    await field?.uploadFile(path);
  }

  /** Picks a file where the page asks for files. */
  async chooseFile(path: string) {
    const field = (await this.find(
      () => document.querySelector("input[type=file]:not([disabled])"),
      "",
      "the page asks for no file",
    )) as ElementHandle<HTMLInputElement>;
    await field.uploadFile(path);
    const name = path.split("/").at(-1) ?? "";
    await this.find(
      (wanted) =>
        [...document.querySelectorAll("input")].find((one) => one.value === wanted) ??
        (document.body.innerText.includes(wanted) ? document.body : null),
      name,
      `the page does not list the file ${name}`,
    );
  }
}
