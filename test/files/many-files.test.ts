import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle } from "puppeteer-core";
import { expect, test } from "vitest";
import { MAX_FILES } from "~/forms";
import type { Hand } from "../browser/support/hand";
import { answersOf, report } from "../browser/support/reporting";
import { type StoryStage, tell } from "../browser/support/story-stage";

const PLANTED = "the crate with the green seal";

test(
  "as many files as a report takes are picked at once, listed, asked about and sent; one more is named and left out",
  {
    timeout: 240_000,
  },
  () =>
    tell({ name: "chromium", language: "en" }, async (on) => {
      on.plant(PLANTED);
      const folder = mkdtempSync(join(tmpdir(), "ombra-many-"));
      try {
        const files = Array.from({ length: MAX_FILES + 1 }, (_, nth) => join(folder, `${PLANTED} ${nth + 1}.txt`));
        for (const [nth, file] of files.entries()) writeFileSync(file, nth === 0 ? "" : `${PLANTED} ${nth}`);
        await report(
          on.stage,
          answersOf("I have the whole record of what left the depot, page by page, and send it."),
          {
            isKept: false,
            onPage: async (hand, page) => {
              if (page.id === "evidence") await pickAll(on, hand, files);
            },
          },
        );
        const [{ parts } = { parts: 0 }] = on.world.rows<{ parts: number }>("SELECT COUNT(*) AS parts FROM Part");
        // An empty file has no part.
        expect(parts).toBe(MAX_FILES - 1);
      } finally {
        rmSync(folder, { recursive: true });
      }
    }),
);

async function pickAll({ stage }: StoryStage, { page }: Hand, files: string[]) {
  const field = (await page.waitForSelector("input[type=file]:not([disabled])")) as ElementHandle<HTMLInputElement>;
  await field.uploadFile(...files);
  const isListed = (count: number) => document.querySelectorAll("ol.files > li").length === count;
  await page.waitForFunction(isListed, { timeout: 60_000 }, MAX_FILES);
  const said = await page.$$eval(".note.bad", (notes) => notes.map((note) => note.textContent ?? ""));
  const isLast = (text: string) => text.includes(`${PLANTED} ${MAX_FILES + 1}.txt`);
  expect(said.filter(isLast)).toHaveLength(1);
  expect(said.join()).toContain(stage.say("files", "problem.tooMany", { count: MAX_FILES }).slice(-20));
  expect(await page.$$eval("fieldset.card.row", (rows) => rows.length)).toBe(MAX_FILES);
}
