import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Answers, Kind } from "~/forms";
import { offeredLanguages } from "~/locales/catalogues.server";
import { directionOf, LANGUAGES, type Language } from "~/locales/languages";
import { COMPLAINT, DISCLOSURE, GRIEVANCE, TIP } from "../../prisma/seed/sample-answers";
import { foundTestOffice } from "../support/office";
import { startServer, type TestServer } from "../support/server";
import { faultsOn } from "./support/axe";
import { launch, openPage, PHONE } from "./support/browsers";
import { Hand } from "./support/hand";
import { writeDownWords } from "./support/reporting";
import { type Drafts, StepWalk, sealDrafts } from "./support/step-walk";
import { vocabulary } from "./support/vocabulary";

let server: TestServer;
let browser: Browser;
let drafts: Drafts;

/** A tip that opens every question which waits for another. */
const WHOLE_TIP: Answers = {
  ...TIP,
  urgent: "yes",
  urgentWhat: "A colleague may be taken away.",
  fewKnow: "under5",
  items: [{ family: "5A001.j", code: "5A001.j", quantity: "to10" }],
  dest: [{ country: "KE" }],
  parties: [{ role: "endUser", name: "A ministry", country: "KE" }],
  redFlags: [{ id: "RF-02", note: "They said so twice." }],
  harm: ["intrusion"],
  affected: { group: "Journalists", vulnerable: ["journalists"] },
  priorSteps: [{ body: "inside", date: "2026-05", result: "Nothing" }],
  identity: "office",
  name: "A. Example",
  retaliation: { state: "threatened", kinds: ["threat"], since: "2026-07", what: "Calls at night." },
};
const SAMPLES: Record<Kind, Answers> = {
  tip: WHOLE_TIP,
  grievance: GRIEVANCE,
  complaint: COMPLAINT,
  selfDisclosure: DISCLOSURE,
};

beforeAll(async () => {
  server = await startServer();
  await foundTestOffice(server);
  drafts = await sealDrafts(SAMPLES, mkdtempSync(join(tmpdir(), "ombra-drafts-")));
  browser = await launch("chromium");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The colours are looked at in the light of one language and in the dark of another: they are the same in all. */
const COLOURS: Partial<Record<Language, "light" | "dark">> = { en: "light", ar: "dark" };

test.each(offeredLanguages())(
  "a telephone shows the reporter's pages and every step of every form whole and without a fault (%s)",
  { timeout: 120_000 },
  async (language) => {
    const { page, faults } = await openPage(browser, server.base);
    await page.setViewport(PHONE);
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: COLOURS[language] ?? "light" }]);
    // A form that was filled in asks before it is left.
    page.on("dialog", (dialog) => void dialog.accept());
    const hand = new Hand(page);
    const say = vocabulary(language);
    const go = (path: string) => page.goto(`${server.base}${path}?lang=${language}`, { waitUntil: "networkidle0" });
    const look = async (place: string) => {
      expect(await setting(hand)).toEqual({ lang: language, dir: directionOf(language) });
      expect(await unsaid(hand), place).toEqual([]);
      expect(await overflow(hand), place).toEqual([]);
      expect(await faultsOn(hand, place, { isWording: !COLOURS[language] })).toEqual([]);
    };

    await go("/");
    await hand.see(say("public", "landing.title"));
    await hand.press(`${say("public", "frame.language")}: ${LANGUAGES[language]}`);
    for (const other of offeredLanguages()) await hand.see(LANGUAGES[other]);
    await look("landing");
    await go("/report/armored");
    await look("armored report");
    await go("/report");
    await hand.press(say("reporter", "form.next"));
    await hand.page.waitForSelector(".errors:not([hidden])");
    await look("nothing chosen");

    const walk = new StepWalk(hand, say, look, drafts);
    for (const kind of ["grievance", "complaint", "selfDisclosure", "tip"] as const) {
      await go("/report");
      await walk.go(kind);
    }
    await hand.press(say("reporter", "review.send"));
    await hand.see(say("reporter", "receipt.title"));
    await look("receipt");
    const words = await writeDownWords({ say }, hand);
    await hand.see(say("reporter", "receipt.doneTitle"));
    await look("done");

    await go("/mailbox");
    await hand.write(say("reporter", "receipt.word", { count: 1 }), words.join(" "));
    await hand.press(say("reporter", "open.button"));
    await hand.see(say("reporter", "mailbox.panel"));
    await look("mailbox");
    expect(faults).toEqual([]);
    await page.browserContext().close();
  },
);

test("a browser that prefers an offered language gets it, and any other gets English", async () => {
  for (const [preferred, expected] of [
    ...offeredLanguages().map((one): [string, Language] => [`${one}-XX, en;q=0.5`, one]),
    ["ja, de;q=0.8", "en"] as const,
  ]) {
    const answer = await fetch(server.base, { headers: { "accept-language": preferred } });
    expect(await answer.text(), preferred).toContain(`<html lang="${expected}"`);
  }
  const desk = await fetch(`${server.base}/desk/sign-in`, { headers: { "accept-language": "fr" } });
  expect(await desk.text()).toContain('<html lang="en"');
});

async function setting({ page }: Hand) {
  return page.$eval("html", (html) => ({ lang: html.lang, dir: html.dir }));
}

/** Keys that stand where words should: "landing.title". Addresses and file names have other shapes. */
async function unsaid(hand: Hand): Promise<string[]> {
  const prose = (await hand.text()).replace(/https?:\S+|\S+\.(asc|txt|md|org|html|gpg|ics)\b/g, "");
  return prose.match(/\b[a-z]+[A-Za-z]*(\.[a-zA-Z_]{2,}){1,4}\b|\{\{.*?\}\}/g) ?? [];
}

/** What reaches over the edge of a page that is 360 px wide. */
async function overflow({ page }: Hand): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll("body *")]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1 || one.getBoundingClientRect().left < -1)
      .map((one) => `${one.tagName}.${one.className}`)
      .slice(0, 5);
  });
}
