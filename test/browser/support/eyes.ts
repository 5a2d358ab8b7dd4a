import type { ElementHandle, Page } from "puppeteer-core";

const PATIENCE_MS = 30_000;

let inFront: Page | null = null;

/** A person's eyes on a page: they read what it says, and wait until it is there. */
export class Eyes {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
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
        throw new Error(`On ${this.page.url()}: the page still shows "${words}". It says: ${await this.told()}`);
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

  /** What the page says. */
  async text(): Promise<string> {
    const text = await this.page.evaluate(() => document.body.innerText).catch(() => "");
    return text.replace(/\s+/g, " ");
  }

  /** What a failure tells of the page: where it begins, and every error that it shows. */
  private async told(): Promise<string> {
    const errors = await this.page
      .$$eval(".error, [role=alert], .note.bad", (list) => list.map((one) => (one as HTMLElement).innerText.trim()))
      .catch(() => []);
    return `${(await this.text()).slice(0, 1500)} … Errors: ${errors.filter(Boolean).join(" | ") || "none"}`;
  }

  /** A window in the background is asleep in Firefox: timers crawl, and nothing can be clicked there. */
  private async wake() {
    if (inFront === this.page) return;
    await this.page.bringToFront();
    inFront = this.page;
  }

  /** Waits until `look` finds something on the page. */
  async find(
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
      if (Date.now() > until) throw new Error(`On ${this.page.url()}: ${missing}. It says: ${await this.told()}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
