import { appendFileSync, closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pagesFor } from "~/forms";
import { writeSize } from "~/locales/write-size";
import { launch } from "../browser/support/browsers";
import type { Hand } from "../browser/support/hand";
import { answersOf, report } from "../browser/support/reporting";
import { Stage } from "../browser/support/stage";
import { SMALL_TEAM } from "../faults/support/office";
import { countRows } from "../faults/support/rows";
import { foundTestOffice } from "../support/office";
import { startServer, type TestServer } from "../support/server";
import { type CuttingLine, startCuttingLine } from "./support/cutting-line";

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

let server: TestServer;
/** Slow enough to do something while a file is on it. */
let line: CuttingLine;
let browser: Browser;
let stage: Stage;
const folder = mkdtempSync(join(tmpdir(), "ombra-odd-"));

beforeAll(async () => {
  server = await startServer({ env: { MAX_REPORT_BYTES: String(GIB) } });
  await foundTestOffice(server, SMALL_TEAM);
  line = await startCuttingLine(server.base, { everyMs: 0, bytesPerSecond: MIB });
  browser = await launch("chromium");
  stage = new Stage(browser, "chromium", server.base, "en");
});
afterAll(async () => {
  await browser?.close();
  await line?.stop();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Makes a file of so many bytes; a large one has a length and nothing on the disk. */
function make(name: string, bytes: number): string {
  const path = join(folder, name);
  const file = openSync(path, "w");
  ftruncateSync(file, bytes);
  closeSync(file);
  return path;
}

async function choose(hand: Hand, paths: string[]) {
  const field = await hand.find(() => document.querySelector("input[type=file]:not([disabled])"), "", "no files here");
  await (field as unknown as { uploadFile(...names: string[]): Promise<void> }).uploadFile(...paths);
}

/** Names and sizes are set apart in a sentence, so that they cannot turn its direction. */
const apart = (text: string) => `\u2068${text}\u2069`;

const listed = (hand: Hand) => hand.page.$$eval(".files > li", (rows) => rows.length);

test("odd files are told apart before anything is sent, and a line that is down just then is waited for", {
  timeout: 300_000,
}, async () => {
  const { say } = stage;
  const puts: string[] = [];
  const pages = pagesFor("tip");
  const last = pages.at(-1)?.id;
  const before = countRows(server.dataFolder);
  await report(stage, answersOf("Here is everything that I could copy from the shared folder last week."), {
    onPage: async (hand, page) => {
      if (page.id === "evidence") {
        hand.page.on("request", (request) => request.method() === "PUT" && puts.push(request.url()));
        await choose(hand, [make("empty.txt", 0), make("one.txt", 1), make("disk.img", 2 * GIB)]);
        await hand.see(
          say("files", "problem.tooLarge", { name: apart("disk.img"), limit: apart(writeSize(GIB, "en")) }),
        );
        await hand.see(say("files", "empty"));
        expect(await listed(hand)).toBe(2);
        expect(puts).toEqual([]);
      }
      if (page.id === last) await hand.page.setOfflineMode(true);
    },
    whileSending: async (hand) => {
      await hand.see(say("files", "send.down_other", { count: 0 }).split(".")[0] ?? "");
      await hand.page.setOfflineMode(false);
      expect(await hand.shows(say("reporter", "receipt.title"), 240_000)).toBe(true);
    },
  });
  const after = countRows(server.dataFolder);
  // The report and a list of parts for each file; the empty one has no part.
  expect([after.Case - before.Case, after.Item - before.Item, after.Part - before.Part]).toEqual([1, 3, 1]);
  expect(stage.allFaults().filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault))).toEqual([]);
});

test("a file that is written to while it is sent is named, and no report is made of it", {
  timeout: 120_000,
}, async () => {
  const slow = new Stage(browser, "chromium", line.base, "en");
  const { say } = slow;
  const path = join(folder, "log.bin");
  writeFileSync(path, Buffer.alloc(12 * MIB, 1));
  const before = countRows(server.dataFolder);
  const end = report(slow, answersOf("The log of the machine as it runs, with every message that it sent out."), {
    file: path,
    isKept: false,
    whileSending: async (hand) => {
      await hand.page.waitForFunction(() => [...document.querySelectorAll("progress")].some((bar) => bar.value > 0));
      appendFileSync(path, "one line more");
      await hand.see(say("reporter", "failure.why.file", { name: apart("log.bin") }));
      await hand.see(say("reporter", "failure.reportNot"));
      await slow.keep(hand, "file-changed");
      throw new Error("seen");
    },
  });
  await expect(end).rejects.toThrow("seen");
  expect(countRows(server.dataFolder)).toMatchObject({ Case: before.Case, Item: before.Item });
});
