import { mkdirSync } from "node:fs";
import type { Browser, Page } from "puppeteer-core";
import { type BrowserName, DESKTOP, openPage, PHONE } from "./browsers";
import { Hand } from "./hand";
import { type Say, vocabulary } from "./vocabulary";

/** One browser, one language, and everybody who sits in front of it, each with a context of their own. */
export class Stage {
  readonly say: Say;
  readonly faults: string[] = [];
  private readonly shown = new Map<Page, string[]>();
  constructor(
    readonly browser: Browser,
    readonly name: BrowserName,
    readonly base: string,
    readonly language: "en" | "ar",
  ) {
    this.say = vocabulary(language);
    mkdirSync("artefacts/screens", { recursive: true });
  }

  /** A person who opens a page. */
  async enter(path: string): Promise<Hand> {
    const { page, faults } = await openPage(this.browser, this.base);
    this.shown.set(page, faults);
    await page.goto(this.base + path, { waitUntil: "load" });
    return new Hand(page);
  }

  /** Keeps a picture at desktop and at telephone width; a page wider than the telephone is a fault. */
  async keep(hand: Hand, title: string) {
    for (const [width, viewport] of [
      [1280, DESKTOP],
      [360, PHONE],
    ] as const) {
      await hand.page.setViewport(viewport);
      await new Promise((resolve) => setTimeout(resolve, 150));
      const { wide, by } = await hand.page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        by: [...document.querySelectorAll("main *")]
          .filter((one) => one.getBoundingClientRect().width > innerWidth)
          .map((one) => `${one.tagName}.${one.className}`)
          .slice(0, 4),
      }));
      if (wide > width) this.faults.push(`${title} is ${wide} px wide at ${width} px (${by.join(", ")})`);
      await hand.page.screenshot({
        path: `artefacts/screens/${this.name}-${this.language}-${title}-${width}.png`,
        fullPage: true,
      });
    }
    await hand.page.setViewport(DESKTOP);
  }

  /** Closes a person's window and keeps what went wrong in it. */
  async leave(hand: Hand) {
    const { page } = hand;
    this.faults.push(...(this.shown.get(page) ?? []));
    this.shown.delete(page);
    await page.browserContext().close();
  }

  /** Everything that went wrong on any page. */
  allFaults(): string[] {
    return [...this.faults, ...[...this.shown.values()].flat()];
  }
}
