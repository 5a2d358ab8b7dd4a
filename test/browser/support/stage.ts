import { mkdirSync } from "node:fs";
import type { Browser, Page } from "puppeteer-core";
import { faultsOn } from "./axe";
import { type BrowserName, DESKTOP, openPage, PHONE } from "./browsers";
import { Hand } from "./hand";
import { type Say, vocabulary } from "./vocabulary";

const TALL = 2600;

/** One browser, one language, and everybody who sits in front of it, each with a context of their own. */
export class Stage {
  readonly say: Say;
  readonly faults: string[] = [];
  private readonly shown = new Map<Page, string[]>();
  private viewport = DESKTOP;
  private clock = 0;
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
    await page.setViewport(this.viewport);
    if (this.clock !== 0) await page.evaluateOnNewDocument(runClock, this.clock);
    await page.goto(this.base + path, { waitUntil: "load" });
    return new Hand(page);
  }

  /** Everybody reads on a telephone from now on. */
  holdPhone() {
    this.viewport = PHONE;
  }

  /** Sets the clock of every device, those whose pages are open too. Units: days, with a fraction. */
  async setClock(days: number) {
    this.clock = days * 86_400_000;
    for (const page of this.shown.keys()) {
      await page.evaluate(runClock, this.clock);
      await page.evaluateOnNewDocument(runClock, this.clock);
      // A device that wakes up tells its pages so; a desk then drops the key of somebody who was long away.
      await page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));
    }
  }

  /**
   * Keeps a picture at desktop and at telephone width; a page wider than the telephone is a fault.
   *
   * Shape: `isTall` for a form that scrolls by itself beside the file: the window is then high enough to show it whole.
   */
  async keep(hand: Hand, title: string, { isTall = false } = {}) {
    for (const [width, viewport] of [
      [1280, DESKTOP],
      [360, PHONE],
    ] as const) {
      await hand.page.setViewport(isTall ? { ...viewport, height: TALL } : viewport);
      // What stays in view while the page moves is shown where it stands at first.
      if (isTall) await hand.page.evaluate(() => scrollTo(0, 0));
      await settle(hand, width);
      const { wide, by } = await hand.page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        by: [...document.querySelectorAll("body *")]
          .filter((one) => {
            const { left, right } = one.getBoundingClientRect();
            return left < -1 || right > innerWidth + 1;
          })
          .map((one) => `${one.tagName}.${one.className} ${(one.textContent ?? "").trim().slice(0, 20)}`)
          .slice(-4),
      }));
      if (wide > width) this.faults.push(`${title} is ${wide} px wide at ${width} px (${by.join(", ")})`);
      await hand.page.screenshot({
        path: `artefacts/screens/${this.name}-${this.language}-${title}-${width}.png`,
        fullPage: true,
      });
    }
    await hand.page.setViewport(this.viewport);
  }

  /** Looks with axe at the page as it stands; what it finds is a fault. */
  async check(hand: Hand, place: string) {
    this.faults.push(...(await faultsOn(hand, place)));
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

/** Waits until the window has the width that it was given, and the page no longer moves in it: Firefox is asked, and answers later. */
async function settle({ page }: Hand, width: number) {
  let before = "";
  for (let tries = 0; tries < 60; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    const [inner, ...now] = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return [innerWidth, scrollWidth, scrollHeight];
    });
    if (inner === width && now.join() === before) return;
    before = inner === width ? now.join() : "";
  }
}

/** Runs in the page: its clock goes as fast as ever, so many milliseconds ahead. */
export function runClock(ahead: number) {
  const at = globalThis as unknown as { clockAhead?: number };
  const isRunning = at.clockAhead !== undefined;
  at.clockAhead = ahead;
  if (isRunning) return;
  const Real = Date;
  const now = () => Real.now() + (at.clockAhead ?? 0);
  globalThis.Date = new Proxy(Real, {
    construct: (target, given) => Reflect.construct(target, given.length === 0 ? [now()] : given),
    apply: () => new Real(now()).toString(),
    get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
  });
}
