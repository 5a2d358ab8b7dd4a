import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Kind } from "~/forms";
import type { SeedOffice } from "../../prisma/seed/people";
import { GRIEVANCE, TIP } from "../../prisma/seed/sample-answers";
import { foundTestOffice, named } from "../support/office";
import { startServer, type TestServer } from "../support/server";
import { launch } from "./support/browsers";
import type { Hand } from "./support/hand";
import { report, takeReceipt } from "./support/reporting";
import { Stage } from "./support/stage";

let server: TestServer;
let office: SeedOffice;
const browsers: Browser[] = [];
const stages = new Map<string, Stage>();

beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server);
  const browser = await launch("chromium");
  browsers.push(browser);
  stages.set("en", new Stage(browser, "chromium", server.base, "en"));
  const hardened = await launch("firefox", { isHardened: true });
  browsers.push(hardened);
  stages.set("hardened", new Stage(hardened, "firefox", server.base, "en"));
});
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await server?.stop();
});

const stageOf = (language: string) => stages.get(language) as Stage;

test("a grievance goes through, and the desk shows what was answered and hands it on", {
  timeout: 180_000,
}, async () => {
  const stage = stageOf("en");
  const { say } = stage;
  const file = join(mkdtempSync(join(tmpdir(), "ombra-file-")), "letter.txt");
  writeFileSync(file, "A letter.");
  await report(stage, GRIEVANCE, {
    kind: "grievance",
    onPage: async (hand, page) => {
      if (page.id === "evidence") {
        await hand.chooseFile(file);
        await hand.select(
          say("form", "field.evidence.part.kind.label"),
          say("form", "field.evidence.part.kind.option.correspondence"),
        );
      }
    },
  });
  const desk = await openDesk(stage, GRIEVANCE.summary as string);
  await desk.see(GRIEVANCE.summary as string);
  for (const words of ["Kenya", "Carrier-class monitoring", "letter.txt", "The price list"]) await desk.see(words);
  expect(await desk.shows(say("desk", "report.checks"), 200)).toBe(false);
  await desk.press(say("desk", "report.urt.heading"));
  await desk.press(say("desk", "report.urt.save"));
  await desk.see(say("desk", "report.urt.saved"));
  await desk.page.screenshot({ path: "artefacts/screens/form-en-desk-grievance.png", fullPage: true });
  await stage.leave(desk);
  const schema = await fetch(`${server.base}/schema/urt-1.0.json`);
  expect([schema.status, (await schema.json()).properties.schema.const]).toEqual([200, "urt/1.0"]);
  expect(stage.allFaults()).toEqual([]);
});

test("in a hardened browser a tip is kept as a draft, opened on a fresh page with its words, changed and sent once", {
  timeout: 240_000,
}, async () => {
  const stage = stageOf("hardened");
  const { say } = stage;
  const folder = mkdtempSync(join(tmpdir(), "ombra-draft-"));
  const first = await toPage(stage, "tip", "urgency");
  await first.tickIn(say("form", "field.urgent.label"), say("form", "field.urgent.option.no"));
  await first.press(say("reporter", "form.next"));
  await first.tickIn(say("form", "field.basis.label"), say("form", "field.basis.option.seen"));
  await first.tickIn(say("form", "field.fewKnow.label"), say("form", "field.fewKnow.option.under5"));
  await first.press(say("reporter", "form.next"));
  await first.see(say("form", "careful.instead"));
  await first.write(say("form", "field.summary.label"), TIP.summary as string);
  await first.press(say("form", "draft.keep"));
  await first.press(say("form", "draft.make"));
  await first.see(say("form", "draft.wordsTitle"));
  await stage.check(first, "keeping a draft");
  await first.page.screenshot({ path: "artefacts/screens/form-en-draft.png", fullPage: true });
  const words = await first.page.$$eval("ol[dir=ltr] li b", (list) => list.map((word) => word.textContent ?? ""));
  const file = join(folder, "notes.gpg");
  writeFileSync(file, await bytesOfDownload(first, say("form", "draft.save")));
  await stage.leave(first);

  const second = await stage.enter("/report");
  await second.press(say("reporter", "begin.openDraft"));
  await second.see(say("form", "draft.openTitle"));
  await second.write(say("form", "draft.wordsLabel"), [...words].reverse().join(" "));
  await second.chooseDraft(file);
  await second.press(say("form", "draft.open"));
  await second.page.waitForSelector(".errors:not([hidden])");
  await second.write(say("form", "draft.wordsLabel"), words.join(" "));
  await second.press(say("form", "draft.open"));
  await second.see(say("form", "draft.openedTitle"));
  await second.press(say("reporter", "form.next"));
  for (const title of [say("reporter", "kind.title"), say("reporter", "people.title")]) {
    await second.see(title);
    if (title === say("reporter", "people.title")) await second.tick(say("reporter", "people.no"));
    await second.press(say("reporter", "form.next"));
  }
  await second.press(say("reporter", "form.next"));
  await second.see(say("form", "page.knowledge.title"));
  await second.press(say("reporter", "form.next"));
  await second.see(say("form", "page.story.title"));
  expect(await second.page.$eval("#f-summary", (box) => (box as HTMLTextAreaElement).value)).toBe(TIP.summary);
  // The status is missing: it is said, with a link that leads there, and the focus goes to the list.
  await second.press(say("reporter", "form.next"));
  await second.page.waitForSelector(".errors:not([hidden])");
  expect(await second.page.evaluate(() => document.activeElement?.classList.contains("errors"))).toBe(true);
  await second.tickIn(say("form", "field.status.label"), say("form", "field.status.option.past"));
  for (let step = 0; step < 20 && !(await second.shows(say("form", "page.consent.title"), 300)); step++) {
    await second.press(say("reporter", "form.next"));
  }
  await second.tick(say("form", "field.truth.label"));
  await second.press(say("reporter", "form.next"));
  // Back by the map, forward again, and nothing is lost.
  await second.see(say("form", "sight.title"));
  await stage.check(second, "review");
  await second.page.screenshot({ path: "artefacts/screens/form-en-review.png", fullPage: true });
  await second.page.click(".map summary");
  await second.press(say("form", "page.story.title"));
  await second.see(say("form", "field.summary.label"));
  await second.page.click(".map summary");
  await second.press(say("reporter", "review.title"));
  await second.see(say("form", "sight.title"));
  let sent = 0;
  second.page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/v1/reports")) sent += 1;
  });
  await second.page.evaluate(
    (label) => {
      const send = [...document.querySelectorAll("button")].find((one) => one.innerText.trim() === label);
      // Twice within one moment, as a trembling finger does it.
      send?.click();
      send?.click();
    },
    say("reporter", "review.send"),
  );
  expect(await takeReceipt(stage, second)).toHaveLength(12);
  expect(sent).toBe(1);
  await stage.leave(second);
  expect(stage.allFaults()).toEqual([]);
});

test("a page that is older than the office's software says so before anything is written", {
  timeout: 60_000,
}, async () => {
  const stage = stageOf("en");
  const { say } = stage;
  const hand = await stage.enter("/report");
  let isGone = true;
  await hand.page.setRequestInterception(true);
  hand.page.on("request", (request) => {
    if (isGone && /assets\/run-/.test(request.url())) void request.respond({ status: 404 });
    else void request.continue();
  });
  await hand.tick(say("reporter", "kind.tip.label"));
  await hand.press(say("reporter", "form.next"));
  await hand.see(say("reporter", "begin.failedText"));
  isGone = false;
  await hand.press(say("reporter", "begin.reload"));
  await hand.see(say("reporter", "kind.title"));
  await hand.page.browserContext().close();
});

/** Goes to the first page of a kind's form. */
async function toPage(stage: Stage, kind: Kind, page: string): Promise<Hand> {
  const { say } = stage;
  const hand = await stage.enter("/report");
  await hand.tick(say("reporter", `kind.${kind}.label`));
  await hand.press(say("reporter", "form.next"));
  await hand.tick(say("reporter", "people.no"));
  await hand.press(say("reporter", "form.next"));
  await hand.see(say("form", `page.${page}.title`));
  return hand;
}

/** Signs in and opens the case whose report begins with these words. */
async function openDesk(stage: Stage, summary: string): Promise<Hand> {
  const { say } = stage;
  const hand = await stage.enter("/desk/sign-in");
  const tara = named(office, "tara");
  await hand.write(say("desk", "you.name"), tara.name);
  await hand.write(say("desk", "passphrase.first"), tara.passphrase);
  await hand.press(say("desk", "signIn.submit"));
  await hand.see(say("desk", "queue.heading"));
  const links = await hand.page.$$eval("a[href*='/desk/cases/']", (list) =>
    list.map((one) => one.getAttribute("href") ?? ""),
  );
  for (const link of [...new Set(links)]) {
    await hand.page.click(`a[href="${link}"]`);
    await hand.see(say("desk", "acts.always"));
    if (await hand.shows(summary.slice(0, 40), 1500)) return hand;
    await hand.page.goBack();
    await hand.see(say("desk", "queue.heading"));
  }
  throw new Error("The report is not in the queue.");
}

/** What a press of this button hands to the browser to save. */
async function bytesOfDownload(hand: Hand, label: string): Promise<Buffer> {
  await hand.page.evaluate(() => {
    const real = URL.createObjectURL.bind(URL);
    const seen = globalThis as unknown as { saved?: Blob };
    URL.createObjectURL = (blob: Blob) => {
      seen.saved = blob;
      return real(blob);
    };
  });
  await hand.press(label);
  const text = await hand.page.evaluate(async () => {
    const { saved } = globalThis as unknown as { saved: Blob };
    return Array.from(new Uint8Array(await saved.arrayBuffer()), (byte) => String.fromCharCode(byte)).join("");
  });
  return Buffer.from(text, "latin1");
}
