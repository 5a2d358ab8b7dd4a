import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaseSnapshot, Places } from "~workflows";
import type { SeedOffice } from "../../prisma/seed/people";
import { type SentReport, sealReport, sendReport } from "../../prisma/seed/report";
import { launch, openPage, PHONE } from "../browser/support/browsers";
import { Hand } from "../browser/support/hand";
import { vocabulary } from "../browser/support/vocabulary";
import { foundTestOffice, openMailbox } from "../support/office";
import { startServer, type TestServer } from "../support/server";
import { placed } from "./support/mailbox-case";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let server: TestServer;
let office: SeedOffice;
const browsers = new Map<string, Browser>();
beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server);
  for (const language of ["en", "ar"] as const) browsers.set(language, await launch("chromium", { language }));
});
afterAll(async () => {
  for (const browser of browsers.values()) await browser.close();
  await server?.stop();
});

async function report(kind: "tip" | "grievance"): Promise<SentReport> {
  return sendReport(office, await sealReport(office, { kind, answers: { summary: "Invented, for this test." } }));
}

/** Puts a case where the test wants it, past the office's steps that lead there. */
function place(caseId: string, at: Partial<Places>, context: Partial<CaseSnapshot["context"]> = {}) {
  const db = new DatabaseSync(join(server.dataFolder, "ombra.db"));
  const row = db.prepare('SELECT snapshot FROM "Case" WHERE id = ?').get(caseId) as { snapshot: string };
  const snapshot = placed(JSON.parse(row.snapshot), at, context);
  const save = db.prepare('UPDATE "Case" SET snapshot = ?, state = ? WHERE id = ?');
  save.run(JSON.stringify(snapshot), snapshot.value.procedure, caseId);
  db.close();
}

async function enter(sent: SentReport, language: "en" | "ar", scheme: "light" | "dark") {
  const browser = browsers.get(language);
  if (!browser) throw new Error("The browser did not start.");
  const { page, faults } = await openPage(browser, server.base);
  await page.setViewport(PHONE);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  const [hand, say] = [new Hand(page), vocabulary(language)];
  await page.goto(`${server.base}/mailbox`, { waitUntil: "networkidle0" });
  await hand.write(say("reporter", "receipt.word", { count: 1 }), sent.words.join(" "));
  await hand.press(say("reporter", "open.button"));
  await hand.see(say("reporter", "mailbox.title"));
  return { hand, faults, say: (key: string) => say("reporter", `mailbox.${key}`) };
}

/** What axe finds, and how far the page is wider than the telephone. */
async function flawsOf({ page }: Hand): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
    return scrollWidth > clientWidth ? [...found, `${scrollWidth - clientWidth} px too wide`] : found;
  });
}

test.each([
  ["en", "light"],
  ["ar", "dark"],
] as const)(
  "on a telephone every step unfolds without a fault (%s, %s)",
  { timeout: 120_000 },
  async (language, scheme) => {
    const { hand, say, faults } = await enter(await report("tip"), language, scheme);
    const steps = [
      "evidence_add",
      "urgent_flag",
      "retaliation_report",
      "conflict_allege",
      "consent_give",
      "reporter_withdraw",
    ];
    expect(await flawsOf(hand)).toEqual([]);
    for (const name of steps) {
      await hand.press(say(`write.${name}.title`));
      await hand.see(say(`write.${name}.about`));
      expect(await hand.page.$$eval("details[open]", (rows) => rows.length)).toBe(1);
      expect(await flawsOf(hand)).toEqual([]);
    }
    expect(faults).toEqual([]);
  },
);

test("what is typed for one step stays while another is sent, and an unconfirmed step goes nowhere", {
  timeout: 60_000,
}, async () => {
  const sent = await report("tip");
  const { hand, say, faults } = await enter(sent, "en", "light");
  await hand.write(say("write.reporter_message.label"), "Half a sentence");
  await hand.press(say("write.reporter_withdraw.title"));
  await hand.see(say("write.reporter_withdraw.about"));
  await pressLast(hand, say("write.reporter_withdraw.title"));
  await hand.see(say("write.missing.sure"));
  expect((await openMailbox(office, sent)).open).toContain("reporter.withdraw");
  await hand.press(say("write.urgent_flag.title"));
  await hand.see(say("write.urgent_flag.warn"));
  await pressLast(hand, say("write.urgent_flag.send"));
  await hand.see(say("done"));
  await hand.see(say("urgent"));
  const kept = await hand.page.$eval("details[open] textarea", (field) => (field as HTMLTextAreaElement).value);
  expect(kept).toBe("Half a sentence");
  await hand.press(say("write.reporter_withdraw.title"));
  await hand.tick(say("write.sure"));
  await pressLast(hand, say("write.reporter_withdraw.title"));
  await hand.see(say("done"));
  await hand.see("until it is confirmed you can take it back");
  expect((await openMailbox(office, sent)).open).toContain("reporter.rescind");
  expect(faults).toEqual([]);
});

test("a proposed solution is accepted with a click, by keyboard alone, and the yes arrives sealed", {
  timeout: 60_000,
}, async () => {
  const sent = await report("grievance");
  place(sent.case, { procedure: "solutionPending" }, { workOrigin: "underInquiry" });
  const { hand, say } = await enter(sent, "en", "light");
  await hand.see("The ombudsperson has proposed a solution");
  await hand.page.focus(".facts button");
  await hand.page.keyboard.press("Enter");
  await hand.see(say("write.reporter_acceptSolution.about"));
  expect(await hand.page.evaluate(() => document.activeElement?.tagName)).toBe("SUMMARY");
  for (const key of ["Tab", "Tab", "Space", "Tab", "Enter"] as const) await hand.page.keyboard.press(key);
  await hand.see(say("sent"));
  await hand.see(say("accepted"));
  const box = await openMailbox(office, sent);
  expect(await box.bodies()).toContainEqual({ text: say("write.reporter_acceptSolution.title") });
});

/** Presses the button of the form that is unfolded. */
async function pressLast({ page }: Hand, words: string) {
  const buttons = await page.$$("details[open] .actions button");
  const [button] = buttons;
  expect(await button?.evaluate((one) => (one as HTMLElement).innerText)).toBe(words);
  await button?.click();
}
