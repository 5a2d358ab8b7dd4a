import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeBytes } from "~/desk/days";
import { PART_BYTES } from "~crypto/parts";
import { OPENED } from "../stories/support/steps";
import { tell } from "./support/story-stage";

const PARTS = 4;
const SLOW = { upload: PART_BYTES / 2, download: 1e9, latency: 0 };
const MESSAGE = "The scans that you asked for, with the indigo stamp.";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ombra-scan-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(
  "an officer sees how far a large file is, stops it, and the next try sends only the rest",
  {
    timeout: 180_000,
  },
  () =>
    tell({ name: "chromium", language: "en", isPhone: true }, async (on) => {
      const { world, stage } = on;
      const { say } = stage;
      const path = join(folder, "scan.bin");
      writeFileSync(path, new Uint8Array(PARTS * PART_BYTES).fill(0x5a));
      on.plant(MESSAGE, "Z".repeat(64));
      const report = await world.report({ kind: "tip", answers: { summary: "Stamps." } });
      await world.play(report, OPENED("tara"));
      const tara = await on.desk("tara", "tip");
      await tara.openOnlyCase();
      const stored = () => world.rows("SELECT id FROM Part WHERE caseId = ?", report.case).length;
      const of = writeBytes(PARTS * PART_BYTES, "en");
      await tara.act("info.request", async () => {
        await tara.hand.write(say("desk", "act.message"), MESSAGE);
        await tara.hand.chooseFile(path);
        await tara.hand.page.emulateNetworkConditions(SLOW);
        await tara.hand.press(say("desk", "act.send"));
        await tara.hand.see(say("desk", "act.files.sent", { sent: writeBytes(PART_BYTES, "en"), of }));
        await stage.keep(tara.hand, "14-desk-file-under-way", { isTall: true });
        await tara.hand.press(say("desk", "act.files.stop"));
        await tara.hand.see(say("desk", "failure.StoppedError"));
        await tara.hand.see(say("desk", "act.kept"));
        await tara.hand.page.emulateNetworkConditions(null);
        expect(stored()).toBeLessThan(PARTS);
        const sent = writeBytes(stored() * PART_BYTES, "en");
        await tara.hand.see(say("desk", "act.files.goesOn", { sent, of }));
        await stage.keep(tara.hand, "14-desk-file-stopped", { isTall: true });
        await stage.check(tara.hand, "act");
      });
      expect(stored()).toBe(PARTS);
      expect(world.rows("SELECT id FROM Part WHERE caseId = ? AND attached = 1", report.case)).toHaveLength(PARTS);
      await on.mailbox(report, async (hand) => {
        await hand.see(MESSAGE);
        await hand.pressLast(say("reporter", "mailbox.save"));
        await hand.see(say("reporter", "mailbox.fetched"));
      });
    }),
);
