import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { startServer } from "../support/server";
import { type BrowserName, launch } from "./support/browsers";
import { DeskHand } from "./support/desk-hand";
import { findLeaks } from "./support/leaks";
import { bringIn, setUp } from "./support/office-people";
import { tourOffice } from "./support/office-tour";
import { answersOf, openMailbox, report } from "./support/reporting";
import { Stage } from "./support/stage";
import { tapWire } from "./support/wire";

const PLANTED = "the heliotrope crates went to the ministry";
const PLANTED_REPLY = "the vermilion stamp was from July";
const PLANTED_FILE = "quetzal-manifest.pdf";
const QUESTION = "In which month was the stamp put on the paper?";
const NOTICE = "We found that your report was right. You can ask for a review within 60 days.";
const REASONS =
  "Two accounts and the register agree on the dates, and the stated end use does not fit the place of delivery. ".repeat(
    2,
  );

/**
 * The main job from the first link to the closed case, in a real browser, as people do it: by the words on the pages.
 * What the reporter wrote is then looked for in everything that the server has, had or received.
 */
export async function playStory(name: BrowserName, language: "en" | "ar") {
  const server = await startServer();
  const wire = await tapWire(server.base);
  const browser = await launch(name, { language });
  const stage = new Stage(browser, name, wire.base, language);
  const { say } = stage;
  try {
    const ada = await setUp(stage, `/setup/${server.setupToken}`, "Office of the Export Control Ombudsperson", {
      name: "ada",
      displayName: "Ada Keller",
      roles: [],
    });
    const bring = async (key: string, displayName: string, roles: string[], keep = false) =>
      new DeskHand(stage, await bringIn(stage, ada, { name: key, displayName, roles }, keep));
    const tara = await bring("tara", "Tara Lind", ["intake"], true);
    const tom = await bring("tom", "Tom Weber", ["intake", "reviewer"]);
    const ines = await bring("ines", "Ines Duarte", ["investigator"]);
    const olga = await bring("olga", "Olga Brandt", ["ombudsperson"]);

    const file = join(mkdtempSync(join(tmpdir(), "ombra-file-")), PLANTED_FILE);
    writeFileSync(file, `%PDF-1.4 ${PLANTED}`);
    const words = await report(stage, answersOf(`I saw that ${PLANTED}, and I have the papers that show it.`), {
      file,
    });
    expect(words).toHaveLength(12);

    await tara.openOnlyCase();
    await tara.hand.see(PLANTED);
    await tara.hand.see(PLANTED_FILE);
    await tara.act("conflict.declareNone");
    await tara.act("case.acknowledge", () => stage.keep(tara.hand, "11-desk-acknowledge", { isTall: true }));
    await tara.act("triage.setTier", async () => {
      await tara.fillTriage("T3");
      await stage.keep(tara.hand, "11-desk-triage", { isTall: true });
    });
    await tara.act("info.request", async () => {
      await tara.hand.write(say("desk", "act.message"), QUESTION);
      await tara.hand.chooseFile(file);
      await stage.keep(tara.hand, "12-desk-attach", { isTall: true });
    });
    await stage.keep(tara.hand, "12-desk-case");

    const reporter = await openMailbox(stage, words);
    await reporter.see(QUESTION);
    await reporter.pressLast(say("reporter", "mailbox.save"));
    await reporter.see(say("reporter", "mailbox.fetched"));
    await reporter.press(say("mailbox", "keep.statement.heading"));
    // Browsers tell of the marks around a name in their own ways.
    await reporter.press(say("mailbox", "keep.statement.staff", { name: "%" }).split("%")[0]?.trim() ?? "");
    await reporter.see("STATEMENT OF RECEIPT");
    await reporter.see("Signed by: Tara Lind");
    await reporter.write(say("reporter", "mailbox.write.reporter_reply.label"), PLANTED_REPLY);
    await stage.keep(reporter, "13-mailbox");
    await reporter.press(say("reporter", "mailbox.write.reporter_reply.send"));
    await reporter.see(say("reporter", "mailbox.sent"));
    await stage.leave(reporter);

    await tara.openOnlyCase();
    await tara.hand.see(PLANTED_REPLY);
    await tara.act("triage.admit", () => tara.tickAll(["MIN_WHAT", "MIN_WHO_WHERE_ITEM"], "minimum"));
    await tara.act("access.grant", () => tara.choosePerson("Olga Brandt"));

    await olga.openOnlyCase();
    await olga.act("conflict.declareNone");
    await olga.act("investigator.assign", () => olga.choosePerson("Ines Duarte"));
    await ines.openOnlyCase();
    await ines.hand.see(PLANTED);
    await ines.act("conflict.declareNone");
    await ines.act("evidence.seal", () => ines.tickAll(["HASHES_VERIFIED"], "attest"));
    await ines.act("findings.submit", async () => {
      await ines.tickAll(["HEARD_EXCEPTION", "RIGHTS_CHECKED"], "attest");
      await ines.hand.write(say("desk", "act.reasons.findings"), REASONS);
      await ines.tickAll(["STD-WBD-9"], "standards");
      await stage.keep(ines.hand, "14-desk-findings", { isTall: true });
    });

    await tom.openOnlyCase();
    await tom.act("conflict.declareNone");
    await tom.act("review.approve", () => stage.keep(tom.hand, "15-desk-approve", { isTall: true }));
    await olga.openOnlyCase();
    await olga.act("decision.issue", async () => {
      await olga.tickAll(["SUBSTANTIATED"], "outcomes");
      await olga.hand.write(say("desk", "act.reasons.decision"), REASONS);
      await olga.tickAll(["STD-WBD-9"], "standards");
      await olga.hand.write(say("desk", "act.notice"), NOTICE);
    });

    const again = await openMailbox(stage, words);
    await again.see(NOTICE);
    await stage.leave(again);
    await olga.openOnlyCase();
    await olga.act("case.close");
    await stage.keep(olga.hand, "16-desk-closed");
    await olga.toQueue();
    await stage.keep(olga.hand, "17-desk-queue");
    const last = await openMailbox(stage, words);
    await last.see(say("reporter", "state.closed.what"));
    await stage.keep(last, "18-mailbox-closed");
    await tourOffice(stage, olga.hand);

    expect(stage.allFaults()).toEqual([]);
    expect(findLeaks(server, wire.received(), [PLANTED, PLANTED_REPLY, PLANTED_FILE, words.join(" ")])).toEqual([]);
  } catch (error) {
    // What the pages reported often says why a word never came.
    throw new Error(
      `${(error as Error).message}\nFaults: ${stage.allFaults().join("; ")}\nServer: ${server.output()}`,
      { cause: error },
    );
  } finally {
    await browser.close();
    await wire.close();
    await server.stop();
  }
}
