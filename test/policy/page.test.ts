import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import ar from "~/locales/ar/policy.json";
import en from "~/locales/en/policy.json";
import type { SeedOffice } from "../../prisma/seed/people";
import { DESKTOP, launch, openPage, PHONE } from "../browser/support/browsers";
import { Hand } from "../browser/support/hand";
import { foundTestOffice, named } from "../support/office";
import { startServer, type TestServer } from "../support/server";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LOOKS = [
  { language: "en", scheme: "light", viewport: DESKTOP, words: en },
  { language: "ar", scheme: "dark", viewport: PHONE, words: ar },
] as const;
let server: TestServer;
let office: SeedOffice;
const browsers: Browser[] = [];

beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server);
});
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await server?.stop();
});

async function openPolicy({ language, scheme, viewport, words }: (typeof LOOKS)[number]): Promise<Hand> {
  const browser = await launch("chromium", { language });
  browsers.push(browser);
  const { page } = await openPage(browser, server.base);
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  // Signing in has its own tests; here the session is carried over.
  const [name = "", value = ""] = named(office, "olga").client.cookie.split("=");
  await page
    .browserContext()
    .setCookie({ name, value, domain: new URL(server.base).hostname, path: "/", httpOnly: true });
  await page.goto(`${server.base}/admin/policy?lang=${language}`, { waitUntil: "networkidle0" });
  const hand = new Hand(page);
  await hand.see(words.deadlines.heading);
  return hand;
}

for (const look of LOOKS) {
  test(`the policy page has no fault that axe finds (${look.language}, ${look.scheme})`, {
    timeout: 90_000,
  }, async () => {
    const { page } = await openPolicy(look);
    await page.evaluate(AXE);
    const faults = await page.evaluate(async () => {
      type Axe = { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
    });
    expect(faults).toEqual([]);
    const overflows = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(overflows).toBe(false);
  });
}

test("somebody who never read a manual changes a deadline, and is told in words what cannot be", {
  timeout: 90_000,
}, async () => {
  const hand = await openPolicy(LOOKS[0]);
  await hand.press("Change Acknowledgement (law)");
  await hand.write("T1: how many", "soon");
  await hand.press(en.form.save);
  await hand.see(en.fault.notASpan);
  await hand.see(en.fault.noReason);
  await hand.write("T1: how many", "9");
  await hand.write(en.form.reason, "Two colleagues are on leave until spring.");
  await hand.press(en.form.save);
  await hand.see(en.fault.statutoryLonger);
  await hand.write("T1: how many", "1");
  await hand.write("T3: how many", "5");
  await hand.press(en.form.save);
  await hand.see("Version deadlines@1+1 holds now.");
  await hand.see("published: 7 days");
});

test("the calendar shows the next holidays of a country before it is saved", { timeout: 90_000 }, async () => {
  const hand = await openPolicy(LOOKS[0]);
  await hand.see(en.calendar.weekendsOnly);
  await hand.select(en.calendar.country, "Germany");
  await hand.see(en.calendar.next);
  await hand.select(en.calendar.region, "Bayern");
  await hand.tick("Sunday");
  await hand.tick("Monday");
  await hand.tick("Friday");
  await hand.see(en.calendar.weekendFault);
  await hand.tick("Monday");
  await hand.press(en.calendar.save);
  await hand.see(en.calendar.saved);
  await hand.page.reload({ waitUntil: "networkidle0" });
  await hand.see(en.calendar.next);
});
