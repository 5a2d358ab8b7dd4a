import type { ElementHandle, Page } from "puppeteer-core";

const PATIENCE_MS = 30_000;

let inFront: Page | null = null;

/**
 * A person's hand on a page: finds things by the words that a person reads, and waits until they are there.
 * Nothing is reached by a class or an id, so that a page which cannot be used by its words fails the test.
 */
export class Hand {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Types into the field with this label; what stood there is replaced. */
  async write(label: string, text: string) {
    const field = await this.field(label);
    await field.click();
    await field.evaluate((element) => (element as HTMLInputElement).select?.());
    // Long texts are put in by one key stroke each way; pasting would need a clipboard.
    await this.page.keyboard.type(text);
  }

  /** Chooses an option of a list by its words. */
  async select(label: string, option: string) {
    const field = await this.field(label);
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
    await (await this.field(label)).click();
  }

  /** Presses a button, a link or a summary that begins with these words. */
  async press(words: string) {
    const target = await this.find(
      (wanted) => {
        const says = (element: Element) => (element as HTMLElement).innerText.trim().replace(/\s+/g, " ");
        const shown = [...document.querySelectorAll("button, a, summary")].filter(
          (element) => element.getClientRects().length > 0 && !(element as HTMLButtonElement).disabled,
        );
        return shown.find((one) => says(one) === wanted) ?? shown.find((one) => says(one).startsWith(wanted)) ?? null;
      },
      words,
      `nothing to press that says "${words}"`,
    );
    await target.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await target.click();
  }

  /** Waits until the page shows these words. */
  async see(words: string) {
    await this.find(
      (wanted) => (document.body.innerText.replace(/\s+/g, " ").includes(wanted) ? document.body : null),
      words,
      `the page never shows "${words}"`,
    );
  }

  /** Waits until the page shows something of this form, and returns it. */
  async seeLike(form: RegExp): Promise<string> {
    await this.wake();
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until) {
      const found = form.exec(await this.text())?.[0];
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`On ${this.page.url()}: the page never shows anything like ${form}.`);
  }

  /** Tells whether the page shows these words within some milliseconds. */
  async shows(words: string, within: number): Promise<boolean> {
    const until = Date.now() + within;
    while (Date.now() < until) {
      if ((await this.text()).includes(words)) return true;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return false;
  }

  /** Waits until the page no longer shows these words. */
  async gone(words: string) {
    await this.wake();
    const until = Date.now() + PATIENCE_MS;
    while ((await this.text()).includes(words)) {
      if (Date.now() > until)
        throw new Error(
          `On ${this.page.url()}: the page still shows "${words}". It says: ${(await this.text()).slice(0, 1500)}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Tells whether a field with exactly this label is on the page now. */
  async has(label: string): Promise<boolean> {
    return this.page.evaluate(
      (wanted) => [...document.querySelectorAll("label")].some((one) => one.innerText.trim() === wanted),
      label,
    );
  }

  /** Picks a file where the page asks for files. */
  async chooseFile(path: string) {
    const field = (await this.page.$("input[type=file]")) as ElementHandle<HTMLInputElement> | null;
    if (!field) throw new Error("The page asks for no file.");
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

  /** What the page says. */
  async text(): Promise<string> {
    const text = await this.page.evaluate(() => document.body.innerText).catch(() => "");
    return text.replace(/\s+/g, " ");
  }

  /** A window in the background is asleep in Firefox: timers crawl, and nothing can be clicked there. */
  private async wake() {
    if (inFront === this.page) return;
    await this.page.bringToFront();
    inFront = this.page;
  }

  private async field(label: string): Promise<ElementHandle<HTMLElement>> {
    return this.find(
      (wanted) => {
        const labels = [...document.querySelectorAll("label")].filter((one) => one.getClientRects().length > 0);
        const says = (one: HTMLElement) => one.innerText.trim().replace(/\s+/g, " ");
        const found = labels.find((one) => says(one) === wanted) ?? labels.find((one) => says(one).startsWith(wanted));
        return found?.control ?? null;
      },
      label,
      `no field is labelled "${label}"`,
    );
  }

  private async find(
    look: (words: string) => Element | null,
    words: string,
    missing: string,
  ): Promise<ElementHandle<HTMLElement>> {
    await this.wake();
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = await this.page.evaluateHandle(look, words).then(
        (handle) => handle.asElement() as ElementHandle<HTMLElement> | null,
        // A page that is being left has nothing to be found on.
        () => null,
      );
      if (found) return found;
      if (Date.now() > until)
        throw new Error(`On ${this.page.url()}: ${missing}. It says: ${(await this.text()).slice(0, 1500)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
