import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SeedOffice } from "../../prisma/seed/people";
import { sealReport, sendReport } from "../../prisma/seed/report";
import { foundTestOffice, named } from "../support/office";
import { startServer, type TestServer } from "../support/server";
import { faultsOn } from "./support/axe";
import { DESKTOP, launch, openPage, PHONE } from "./support/browsers";
import { Hand } from "./support/hand";
import { vocabulary } from "./support/vocabulary";

let server: TestServer;
let office: SeedOffice;
let caseId: string;
const browsers = new Map<string, Browser>();

beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server);
  const story = { kind: "tip" as const, answers: { summary: "Invented, long enough to be read." } };
  caseId = (await sendReport(office, await sealReport(office, story))).case;
  for (const language of ["en", "ar"] as const) browsers.set(language, await launch("chromium", { language }));
});
afterAll(async () => {
  for (const browser of browsers.values()) await browser.close();
  await server?.stop();
});

/** Every page in two looks: light at the desktop in English, dark on a telephone in Arabic. */
const LOOKS = [
  { language: "en", scheme: "light", viewport: DESKTOP },
  { language: "ar", scheme: "dark", viewport: PHONE },
] as const;
const PUBLIC = [
  "/",
  "/report",
  "/mailbox",
  "/report/armored",
  "/mailbox/armored",
  "/keys",
  "/procedure",
  "/procedure?kind=grievance",
  "/decisions",
  "/statistics",
  "/no/such/page",
  "/desk/sign-in",
];

for (const look of LOOKS) {
  test(`public pages have no fault that axe finds (${look.language}, ${look.scheme})`, {
    timeout: 90_000,
  }, async () => {
    const hand = await open(look);
    for (const path of PUBLIC) {
      await hand.page.goto(server.base + path, { waitUntil: "networkidle0" });
      expect(await faultsOn(hand, path)).toEqual([]);
    }
  });

  test(`the desk has no fault that axe finds (${look.language}, ${look.scheme})`, { timeout: 90_000 }, async () => {
    const say = vocabulary(look.language);
    const hand = await open(look);
    const tara = named(office, "tara");
    await hand.page.goto(`${server.base}/desk/sign-in`, { waitUntil: "networkidle0" });
    await hand.write(say("desk", "you.name"), tara.name);
    await hand.write(say("desk", "passphrase.first"), tara.passphrase);
    await hand.press(say("desk", "signIn.submit"));
    await hand.see(say("desk", "queue.heading"));
    expect(await faultsOn(hand, "queue")).toEqual([]);
    await hand.page.click(`a[href$="${caseId}"]`);
    await hand.see(say("desk", "acts.always"));
    expect(await faultsOn(hand, "case")).toEqual([]);
    await hand.press(say("codes", "events.case.note.label"));
    await hand.see(say("desk", "act.note"));
    expect(await faultsOn(hand, "act")).toEqual([]);
    for (const place of ["team", "account"]) {
      await hand.press(say("desk", `header.${place}`));
      await hand.see(say("desk", `${place}.heading`));
      expect(await faultsOn(hand, place)).toEqual([]);
    }
  });

  test(`the office's own pages have no fault that axe finds (${look.language}, ${look.scheme})`, {
    timeout: 90_000,
  }, async () => {
    const say = vocabulary(look.language);
    const hand = await open(look);
    const olga = named(office, "olga");
    await hand.page.goto(`${server.base}/desk/sign-in`, { waitUntil: "networkidle0" });
    await hand.write(say("desk", "you.name"), olga.name);
    await hand.write(say("desk", "passphrase.first"), olga.passphrase);
    await hand.press(say("desk", "signIn.submit"));
    await hand.see(say("desk", "queue.heading"));
    await hand.press(say("desk", "header.office"));
    for (const place of ["notices", "policy", "retention", "oversight", "front"]) {
      await hand.press(place === "front" ? say("front", "nav") : say("desk", `office.${place}`));
      await hand.page.waitForFunction((path) => location.pathname === path, {}, `/admin/${place}`);
      await hand.page.waitForSelector("h1");
      expect(await faultsOn(hand, place)).toEqual([]);
    }
  });
}

async function open({ language, scheme, viewport }: (typeof LOOKS)[number]): Promise<Hand> {
  const browser = browsers.get(language);
  if (!browser) throw new Error("The browser did not start.");
  const { page } = await openPage(browser, server.base);
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  return new Hand(page);
}
