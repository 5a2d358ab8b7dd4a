import { createHash, randomBytes } from "node:crypto";
import { closeSync, createReadStream, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { launch } from "../../browser/support/browsers";
import { DeskHand } from "../../browser/support/desk-hand";
import { Hand } from "../../browser/support/hand";
import { answersOf, report } from "../../browser/support/reporting";
import { Stage } from "../../browser/support/stage";
import { foundTestOffice } from "../../support/office";
import { startServer } from "../../support/server";
import { type CuttingLine, startCuttingLine } from "./cutting-line";
import { watchMemory } from "./memory";

const CHUNK_BYTES = 4 * 1024 * 1024;

type Plan = {
  bytes: number;
  everyMs?: number;
  everyBytes?: number;
  bytesPerSecond: number;
  /** What is done on the reporter's page while it sends. */
  whileSending?: (hand: Hand) => Promise<void>;
  /** Whether an officer saves the file, too. */
  isSaved?: boolean;
};

/** Milliseconds, and MiB above what each had before. `longestPause` is how long the reporter's page stood still at most. */
export type LargeFile = {
  sent: string;
  received: string;
  cuts: number;
  milliseconds: number;
  server: { before: number; most: number };
  browser: { before: number; most: number };
  officer: { before: number; most: number };
  longestPause: number;
};

/** Sends a file of random bytes as a reporter does, over a line that breaks, and saves it as an officer does. */
export async function sendLargeFile(plan: Plan): Promise<LargeFile> {
  const folder = mkdtempSync(join(tmpdir(), "ombra-large-"));
  const server = await startServer();
  const line = await startCuttingLine(server.base, plan);
  try {
    const file = join(folder, "record.bin");
    const sent = writeRandom(file, plan.bytes);
    await foundTestOffice(server);
    let ofServer = () => NOTHING.officer;
    const onStart = () => {
      ofServer = watchMemory(server.process.pid ?? 0);
    };
    const sending = await sendAsReporter(line, file, onStart, plan);
    const saved = plan.isSaved === false ? NOTHING : await saveAsOfficer(server.base, plan.bytes);
    return { sent, ...sending, ...saved, server: ofServer(), cuts: line.cuts() };
  } finally {
    await line.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const NOTHING = { received: "", officer: { before: 0, most: 0 } };

async function sendAsReporter(line: CuttingLine, file: string, onStart: () => void, plan: Plan) {
  const browser = await launch("chromium");
  try {
    const stage = new Stage(browser, "chromium", line.base, "en");
    let result = { milliseconds: 0, longestPause: 0, browser: NOTHING.officer };
    await report(
      stage,
      answersOf("I have the whole record of what left the depot in the spring, and I send it along."),
      {
        file,
        isKept: false,
        whileSending: async (hand) => {
          const start = Date.now();
          const ofBrowser = watchMemory(browser.process()?.pid ?? 0);
          onStart();
          await hand.page.evaluate(watchPauses);
          line.begin();
          await plan.whileSending?.(hand);
          await waitForReceipt(hand, stage);
          const longestPause = await hand.page.evaluate(
            () => (globalThis as { longestPause?: number }).longestPause ?? 0,
          );
          result = { milliseconds: Date.now() - start, longestPause, browser: ofBrowser() };
        },
      },
    );
    return result;
  } finally {
    await browser.close();
  }
}

/** The handing over itself can fall into a cut, too; then the page offers to send the same again. */
async function waitForReceipt(hand: Hand, { say }: Stage) {
  const until = Date.now() + 1_500_000;
  const again = say("reporter", "failure.again");
  while (!(await hand.text()).includes(say("reporter", "receipt.title"))) {
    if (Date.now() > until) throw new Error(`The report does not arrive. The page says: ${await hand.text()}`);
    if (await hand.offers(again)) await hand.press(again);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Notes how long the page's own thread stood still at most. */
function watchPauses() {
  const at = globalThis as { longestPause?: number };
  let last = performance.now();
  setInterval(() => {
    at.longestPause = Math.max(at.longestPause ?? 0, performance.now() - last - 10);
    last = performance.now();
  }, 10);
}

/** Opens the one case and saves its file. The place on disk is the browser's own, since nobody is there to choose one. */
async function saveAsOfficer(base: string, bytes: number) {
  const browser = await launch("chromium");
  try {
    const stage = new Stage(browser, "chromium", base, "en");
    const { say } = stage;
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(saveInBrowser);
    await page.goto(`${base}/desk/sign-in`, { waitUntil: "load" });
    const hand = new Hand(page);
    await hand.write(say("desk", "you.name"), "tara");
    await hand.write(say("desk", "passphrase.first"), "a passphrase for tests only");
    await hand.press(say("desk", "signIn.submit"));
    await new DeskHand(stage, hand).openOnlyCase();
    const watch = watchMemory(browser.process()?.pid ?? 0);
    await hand.press(say("desk", "files.save"));
    const said = (words: string) => document.body.innerText.includes(words);
    await page.waitForFunction(said, { timeout: 600_000, polling: 250 }, say("desk", "files.saved"));
    const officer = watch();
    return { officer, received: await digestIn(browser, bytes) };
  } finally {
    await browser.close();
  }
}

function saveInBrowser() {
  const ask = async ({ suggestedName }: { suggestedName: string }) =>
    (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
  Object.assign(globalThis, { showSaveFilePicker: ask });
}

/** Finds the saved file where the browser keeps its files. */
async function digestIn(browser: Browser, bytes: number): Promise<string> {
  const profile =
    browser
      .process()
      ?.spawnargs.find((one) => one.startsWith("--user-data-dir="))
      ?.slice(16) ?? "";
  const names = readdirSync(profile, { recursive: true, encoding: "utf8" }).map((name) => join(profile, name));
  const found = names.find((name) => statSync(name, { throwIfNoEntry: false })?.size === bytes);
  if (!found) return "";
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(found)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

function writeRandom(path: string, bytes: number): string {
  const hash = createHash("sha256");
  const file = openSync(path, "w");
  for (let at = 0; at < bytes; at += CHUNK_BYTES) {
    const chunk = randomBytes(Math.min(CHUNK_BYTES, bytes - at));
    hash.update(chunk);
    writeSync(file, chunk);
  }
  closeSync(file);
  return hash.digest("hex");
}
