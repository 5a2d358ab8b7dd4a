import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { generateKeyPair } from "~crypto/keys";
import type { SeedOffice } from "../../prisma/seed/people";
import { foundTestOffice, named, openMailbox as openByInterface } from "../support/office";
import { startServer, type TestServer } from "../support/server";
import { faultsOn } from "./support/axe";
import { launch, openPage, PHONE } from "./support/browsers";
import { DeskHand } from "./support/desk-hand";
import { hardened, newFolder, openFromDisk } from "./support/from-disk";
import { Hand } from "./support/hand";
import { findLeaks } from "./support/leaks";
import { answersOf, fillForm, openMailbox, writeDownWords } from "./support/reporting";
import { Stage } from "./support/stage";
import { tapWire, type Wire } from "./support/wire";

const PLANTED = "the cerulean manifest names another port";
const PLANTED_FILE = "okapi-register.pdf";
const SAVED = "sealed-report.asc";
const summary = (nth: string) => `${nth}, I saw that ${PLANTED}, and kept it.`;

let server: TestServer;
let wire: Wire;
let office: SeedOffice;
let browser: Browser;
beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server);
  wire = await tapWire(server.base);
});
afterEach(() => browser?.close());
afterAll(async () => {
  await wire?.close();
  await server?.stop();
});

test("Chromium, clock a year ahead: sealed from disk without a network, handed in without scripts, answered, read with the words", {
  timeout: 150_000,
}, async () => {
  const folder = newFolder();
  browser = await launch("chromium");
  const stage = new Stage(browser, "chromium", wire.base, "en");
  const { say } = stage;
  const ada = await signIn(stage, "ada");
  await ada.press(say("desk", "header.team"));
  await ada.press(say("offline", "desk.sign"));
  await ada.see("The page as it is now was signed on");
  await stage.keep(ada, "offline-desk");
  await stage.leave(ada);

  const { hand, faults, readSaved } = await openFromDisk(browser, {
    name: "chromium",
    base: server.base,
    folder,
    clockDays: 365,
  });
  await hand.see("By this computer’s clock it is");
  expect(await faultsOn(hand, "offline start")).toEqual([]);
  await stage.keep(hand, "offline-start");
  writeFileSync(join(folder, PLANTED_FILE), `%PDF-1.4 ${PLANTED}`);
  await fillForm(stage, hand, answersOf(summary("One")), { file: join(folder, PLANTED_FILE) });
  await hand.see(say("offline", "instead.review.title"));
  await hand.press(say("offline", "instead.review.send"));
  await hand.see(say("offline", "sealed.above"));
  await hand.press(say("offline", "sealed.saveButton"));
  expect(await faultsOn(hand, "offline receipt")).toEqual([]);
  await stage.keep(hand, "offline-receipt");
  const words = await writeDownWords(stage, hand);
  await hand.see(say("offline", "sealed.doneTitle"));
  const file = await readSaved(SAVED);
  expect(file).toMatch(/^-----BEGIN OMBRA SEALED REPORT-----\n\n/);
  expect(file).not.toContain(PLANTED);
  expect(faults).toEqual([]);
  await hand.page.close({ runBeforeUnload: false });

  const { page } = await openPage(browser, wire.base);
  await page.setJavaScriptEnabled(false);
  await page.goto(`${wire.base}/report/armored`);
  const keeper = new Hand(page);
  await stage.keep(keeper, "offline-hand-in");
  const field = await page.$("input[type=file]");
  await field?.uploadFile(join(folder, SAVED));
  await keeper.press(say("public", "armored.submit"));
  await keeper.see(say("offline", "hand.doneTitle"));
  await stage.keep(keeper, "offline-arrived");

  const tara = new DeskHand(stage, await signIn(stage, "tara"));
  await tara.openOnlyCase();
  await tara.hand.see(PLANTED);
  await tara.hand.see(PLANTED_FILE);
  await tara.act("conflict.declareNone");
  await tara.act("case.acknowledge");
  const mailbox = await openMailbox(stage, words);
  await mailbox.see(say("reporter", "state.preliminaryAssessment.what"));
  expect(stage.allFaults()).toEqual([]);
  expect(findLeaks(server, wire.received(), [PLANTED, PLANTED_FILE, words.join(" ")])).toEqual([]);
});

test("Firefox without WebAssembly, compiled scripts and storage, clock a year behind, on a phone: the language changes midway, and the file counts by curl", {
  timeout: 120_000,
}, async () => {
  const folder = newFolder();
  browser = await launch("firefox", { prefs: hardened(folder) });
  const english = new Stage(browser, "firefox", wire.base, "en");
  const arabic = new Stage(browser, "firefox", wire.base, "ar");
  const { hand, faults, readSaved } = await openFromDisk(browser, {
    name: "firefox",
    base: server.base,
    folder,
    clockDays: -365,
  });
  await hand.page.setViewport(PHONE);
  await hand.see("but the keys in this page were made later");
  await hand.tick(english.say("reporter", "kind.tip.label"));
  await hand.press("العربية");
  await hand.see("تشير ساعة هذا الحاسوب إلى");
  expect(
    await hand.page.evaluate(() => [document.documentElement.dir, document.querySelectorAll(":checked").length]),
  ).toEqual(["rtl", 1]);
  await fillForm(arabic, hand, answersOf(summary("Two")));
  await hand.see(arabic.say("offline", "instead.review.title"));
  await hand.press(arabic.say("offline", "instead.review.send"));
  await hand.see(arabic.say("offline", "sealed.above"));
  await hand.press(arabic.say("offline", "sealed.saveButton"));
  const file = await readSaved(SAVED);
  await arabic.keep(hand, "offline-receipt");
  const words = await writeDownWords(arabic, hand);
  await hand.see(arabic.say("offline", "sealed.doneTitle"));
  expect([...faults, ...arabic.allFaults()]).toEqual([]);

  const headers = { "Content-Type": "text/plain" };
  const answer = await fetch(`${wire.base}/api/v1/reports`, { method: "POST", headers, body: file });
  expect(answer.status).toBe(201);
  const arrival = (await answer.json()) as { case: string; reference: string };
  const compartment = await generateKeyPair({ name: "", now: new Date() });
  const mailbox = await openByInterface(office, { ...arrival, words, compartment, body: null });
  expect(await mailbox.bodies()).toMatchObject([{ language: "ar", answers: { summary: summary("Two") } }]);
  expect(findLeaks(server, wire.received(), [PLANTED, words.join(" ")])).toEqual([]);
});

test("a browser without tools for sealing is told so, on the site and from disk, and has no box to type into", {
  timeout: 60_000,
}, async () => {
  browser = await launch("chromium");
  const { page } = await openPage(browser, server.base);
  await page.evaluateOnNewDocument(() => Object.defineProperty(Crypto.prototype, "subtle", { value: undefined }));
  const file = join(newFolder(), "ombra-offline.html");
  writeFileSync(file, await (await fetch(`${server.base}/ombra-offline.html`)).text());
  for (const address of [`${server.base}/report`, `${server.base}/mailbox`, pathToFileURL(file).href]) {
    await page.goto(address);
    const hand = new Hand(page);
    await hand.see("This browser cannot seal your words");
    await hand.see("Nothing was sent.");
    expect(await page.$$("main input, main textarea")).toEqual([]);
  }
});

async function signIn(stage: Stage, name: string): Promise<Hand> {
  const { say } = stage;
  const { passphrase } = named(office, name);
  const hand = await stage.enter("/desk/sign-in");
  await hand.write(say("desk", "you.name"), name);
  await hand.write(say("desk", "passphrase.first"), passphrase);
  await hand.press(say("desk", "signIn.submit"));
  await hand.see(say("desk", "queue.heading"));
  return hand;
}
