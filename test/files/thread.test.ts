import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answersOf, report } from "../browser/support/reporting";
import { StoryStage } from "../browser/support/story-stage";

const PLANTED = "nineteen drums by the north gate";
const SUMMARY = "I have the list of what left the depot in the spring, and I send it along.";

let on: StoryStage;
let folder: string;
let file: string;
beforeAll(async () => {
  on = await StoryStage.open({ name: "chromium", language: "en" });
  on.plant(PLANTED);
  folder = mkdtempSync(join(tmpdir(), "ombra-thread-"));
  file = join(folder, "list.txt");
  writeFileSync(file, `${PLANTED}\n`.repeat(300_000));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await on?.close();
});

/** Sends the file in a browser that was made ready for it; gives the threads that its page had, those left, and the parts that arrived. */
async function send(prepare: (page: Page) => Promise<unknown> = async () => undefined) {
  let threads = 0;
  let left = 0;
  const parts = () => on.world.rows("SELECT id FROM Part").length;
  const before = parts();
  await report(on.stage, answersOf(SUMMARY), {
    isKept: false,
    file,
    onPage: async ({ page }, { id }) => {
      // The page before the one on which files are picked is the last moment at which nothing of it is fetched yet.
      if (id !== "story") return;
      page.on("workercreated", () => {
        threads += 1;
        left += 1;
      });
      page.on("workerdestroyed", () => {
        left -= 1;
      });
      await prepare(page);
    },
  });
  on.expectClean();
  return { threads, left, parts: parts() - before };
}

test("a file is sealed and sent beside the page, in a thread that is gone when it has arrived", async () => {
  expect(await send()).toEqual({ threads: 1, left: 0, parts: 3 });
});

test("a browser that lets no page have a thread sends the same", async () => {
  const take = () => {
    // It stands for a browser whose settings forbid threads, which says so only when one is asked for.
    globalThis.Worker = class {
      constructor() {
        throw new Error("No threads here.");
      }
    } as unknown as typeof Worker;
  };
  expect(await send((page) => page.evaluate(take))).toEqual({ threads: 0, left: 0, parts: 3 });
});

test("so does one without the very word for it", async () => {
  const take = () => void Reflect.deleteProperty(globalThis, "Worker");
  expect(await send((page) => page.evaluate(take))).toEqual({ threads: 0, left: 0, parts: 3 });
});

test("a thread whose program does not come is done without", async () => {
  const { parts } = await send(async (page) => {
    const wire = await page.createCDPSession();
    await wire.send("Network.enable");
    await wire.send("Network.setBlockedURLs", { urls: ["*part-worker*"] });
  });
  expect(parts).toBe(3);
});
