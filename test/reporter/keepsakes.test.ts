import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "../../prisma/seed/acts";
import type { SeedOffice } from "../../prisma/seed/people";
import { type SentReport, sealReport, sendReport } from "../../prisma/seed/report";
import { launch, openPage, PHONE } from "../browser/support/browsers";
import { Hand } from "../browser/support/hand";
import { vocabulary } from "../browser/support/vocabulary";
import { foundTestOffice, named } from "../support/office";
import { startServer, type TestServer } from "../support/server";

const say = vocabulary("en");
let server: TestServer;
let office: SeedOffice;
let browser: Browser;
beforeAll(async () => {
  mkdirSync("artefacts/screens", { recursive: true });
  server = await startServer();
  office = await foundTestOffice(server);
  browser = await launch("chromium");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function report(): Promise<SentReport> {
  return sendReport(
    office,
    await sealReport(office, { kind: "tip", answers: { summary: "Invented, for this test." } }),
  );
}

async function atTheBoxes() {
  const { page, faults } = await openPage(browser, server.base);
  await page.setViewport(PHONE);
  await page.goto(`${server.base}/mailbox`, { waitUntil: "networkidle0" });
  const hand = new Hand(page);
  await hand.see(say("reporter", "open.title"));
  const values = () => page.$$eval("[role=combobox]", (boxes) => boxes.map((box) => (box as HTMLInputElement).value));
  const at = () => page.evaluate(() => document.activeElement?.id);
  return { page, hand, faults, values, at };
}

test("four letters of a word and a space are enough, box after box, by keyboard alone", async () => {
  const { words } = await report();
  const { page, hand, values, at, faults } = await atTheBoxes();
  await page.focus("#word-1");
  await page.keyboard.type((words[0] ?? "").slice(0, 2));
  expect(await page.$eval("#word-1", (box) => box.getAttribute("aria-expanded"))).toBe("true");
  await page.screenshot({ path: "artefacts/screens/words-begun.png" });
  await page.keyboard.type(`${(words[0] ?? "").slice(2, 4)} `);
  expect(await at()).toBe("word-2");
  for (const word of words.slice(1, 11)) await page.keyboard.type(`${word.slice(0, 4).toUpperCase()} `);
  expect(await at()).toBe("word-12");
  await page.keyboard.type((words[11] ?? "").slice(0, 4));
  expect((await values()).slice(0, 11)).toEqual(words.slice(0, 11));
  await page.screenshot({ path: "artefacts/screens/words-full.png", fullPage: true });
  await page.keyboard.press("Enter");
  await hand.see(say("reporter", "mailbox.title"));
  expect(faults).toEqual([]);
});

test("all twelve can be pasted as they stand on a paper, and a slip is said with the word that was meant", async () => {
  const { words } = await report();
  const { page, hand, values } = await atTheBoxes();
  const pasted = words.map((word, at) => `${at + 1}. ${at % 2 ? word.toUpperCase() : toFullWidth(word)}`).join(",\n");
  await page.focus("#word-5");
  await page.evaluate((text) => void document.execCommand("insertText", false, text), pasted);
  expect(await values()).toEqual(words);
  await page.$eval("#word-3", (box) => (box as HTMLInputElement).select());
  await page.keyboard.type("velvt");
  await page.keyboard.press("Tab");
  await hand.see("Word 3 is not on the list. Did you mean one of these?");
  await page.screenshot({ path: "artefacts/screens/words-slip.png", fullPage: true });
  await hand.press("velvet");
  expect((await values())[2]).toBe("velvet");
  await page.$eval("#word-3", (box) => (box as HTMLInputElement).select());
  await page.keyboard.type(`${words[2]} `);
  await hand.press(say("reporter", "open.button"));
  await hand.see(say("reporter", "mailbox.title"));
});

test("wrong words and words of no receipt get one answer; who lost them is told what can be done, and asked nothing", async () => {
  const { page, hand } = await atTheBoxes();
  const wrong = `${"abandon ".repeat(11)}about`;
  await hand.write(say("reporter", "receipt.word", { count: 1 }), wrong);
  await hand.press(say("reporter", "open.button"));
  await hand.see(say("reporter", "open.none"));
  await hand.press(say("reporter", "open.lostTitle"));
  await hand.see(say("mailbox", "lost.hint"));
  expect(await page.$$eval("details[open] input, details[open] textarea", (fields) => fields.length)).toBe(0);
  await page.screenshot({ path: "artefacts/screens/words-lost.png", fullPage: true });
});

test("from an open mailbox the days go into a calendar under a neutral title, and a signed proof is saved", async () => {
  const sent = await report();
  await perform(office, named(office, "tara"), sent.case, { event: "conflict.declareNone" });
  const { page, hand, faults } = await atTheBoxes();
  const folder = mkdtempSync(join(tmpdir(), "ombra-keep-"));
  const client = await page.createCDPSession();
  await client.send("Browser.setDownloadBehavior", {
    behavior: "allow",
    downloadPath: folder,
    browserContextId: page.browserContext().id ?? "",
  });
  await hand.write(say("reporter", "receipt.word", { count: 1 }), sent.words.join(" "));
  await hand.press(say("reporter", "open.button"));
  await hand.see(say("reporter", "mailbox.title"));
  await hand.press(say("mailbox", "keep.calendar.heading"));
  await hand.press(say("mailbox", "keep.calendar.save"));
  await hand.see(say("mailbox", "keep.calendar.saved"));
  await hand.press(say("mailbox", "keep.statement.heading"));
  await hand.press(say("mailbox", "keep.statement.server"));
  await hand.see("STATEMENT OF RECEIPT");
  await page.screenshot({ path: "artefacts/screens/mailbox-kept.png", fullPage: true });
  const [calendar, statement] = await Promise.all(["calendar.ics", "statement.txt"].map((name) => saved(folder, name)));
  expect(calendar).toContain("SUMMARY:Reminder");
  expect(calendar).not.toMatch(/https?:|Office|Ombra|report/i);
  expect(statement).toContain("-----BEGIN PGP SIGNED MESSAGE-----");
  rmSync(folder, { recursive: true });
  await hand.press(say("mailbox", "box.look"));
  await hand.see(say("mailbox", "box.looked"));
  expect(faults).toEqual([]);
});

/** What a file holds once the browser has saved it. */
async function saved(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  for (let tries = 0; !existsSync(path); tries++) {
    if (tries > 100) throw new Error(`${name} was not saved.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return readFileSync(path, "utf8");
}

function toFullWidth(word: string): string {
  return word.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
}
