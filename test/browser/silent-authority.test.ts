import { test } from "vitest";
import { dayAfter } from "../stories/support/clock";
import { INQUIRY, OPENED, REASONED, REASONS } from "../stories/support/steps";
import { takeStep } from "./support/mailbox-hand";
import { readPublished } from "./support/published-hand";
import { tell } from "./support/story-stage";

const SUMMARY = "No decision for a year on the carmine sensor.";
const AGREED = "Everything may be shown but the price list of the ochre model.";
const COMMENT = "We agree, and ask that the lapis register is named.";
const NOTICE = "We recommend that the authority decides anew and gives its reasons.";
const STANDARD = "STD-GOOD-ADMIN";
const SPECIAL = {
  title: "An authority that does not answer",
  language: "en",
  text: "For a year an authority gave no decision on a licence, and no reason for it.\n\nIt was asked twice, and did not answer the recommendation either.",
};

test(
  "a grievance on a telephone: the authority stays silent twice and ignores the recommendation, and two people report it",
  { timeout: 240_000 },
  () =>
    tell({ name: "chromium", language: "en", isPhone: true }, async (on) => {
      const { world, stage } = on;
      const { say } = stage;
      on.plant(SUMMARY, AGREED, COMMENT, NOTICE);
      const report = await world.report({ kind: "grievance", answers: { summary: SUMMARY } });
      on.plant(report.words.join(" "));
      await world.play(report, [...OPENED("tara"), ...INQUIRY("tara", "grievance")]);
      const missed = say("reporter", "mailbox.missed.authority", { day: "%", what: "%" }).split("%")[0] ?? "";

      const ines = await on.desk("ines", "grievance");
      await ines.openOnlyCase();
      await ines.act("consent.record", async () => {
        await ines.tickAll(["authority"], "purposes");
        await ines.hand.write(say("desk", "act.noteFor.consent"), AGREED);
      });
      await ines.act("agency.requestReply", () => stage.keep(ines.hand, "41-act-request-reply", { isTall: true }));
      await on.travelTo(dayAfter((await world.remembered("ines", report)).dues.agencyReply));
      await on.mailbox(report, (hand) => hand.see(missed));
      await ines.openOnlyCase();
      await ines.seeState("underInquiry");
      await ines.hand.see(say("desk", "clocks.missed", { count: 1 }));
      await ines.act("agency.requestReply");
      await on.travelTo(dayAfter((await world.remembered("ines", report)).dues.agencyReply));
      await ines.openOnlyCase();
      await ines.hand.see(say("desk", "clocks.missed", { count: 2 }));
      await stage.keep(ines.hand, "42-desk-missed-twice");

      await world.play(report, [{ by: "ines", event: "evidence.seal" }, REASONED("ines", "provisional.issue")]);
      await on.mailbox(report, async (hand) => {
        await hand.see(say("reporter", "state.provisionalFindings.what"));
        await stage.keep(hand, "43-mailbox-missed");
        await stage.check(hand, "mailbox");
        await takeStep(stage, hand, "comment.received", { text: COMMENT });
      });
      const codes = { standards: [STANDARD], outcome: "MALADMINISTRATION" };
      await world.play(report, [
        { by: "ines", event: "findings.submit", codes, findings: REASONS },
        { by: "viktor", event: "review.approve" },
      ]);
      const olga = await on.desk("olga", "grievance");
      await olga.openOnlyCase();
      await olga.hand.see(COMMENT);
      await olga.act("recommendation.issue", async () => {
        await olga.tickAll(["MALADMINISTRATION"], "outcomes");
        await olga.tickAll(["REASONS", "RECONSIDER"], "recommendations");
        await olga.reason("decision", REASONS, STANDARD);
        await olga.hand.write(say("desk", "act.notice"), NOTICE);
        await stage.keep(olga.hand, "44-act-recommend", { isTall: true });
      });
      await on.travelTo(dayAfter((await world.remembered("ines", report)).dues.recommendationIssued));

      const viktor = await on.desk("viktor", "grievance");
      await viktor.openOnlyCase();
      await viktor.propose("specialReport.publish", REASONS, STANDARD, async () => {
        await viktor.writeText(SPECIAL);
        await stage.keep(viktor.hand, "45-act-propose-text", { isTall: true });
      });
      await olga.openOnlyCase();
      await olga.act("specialReport.publish", async () => {
        await olga.seeText(SPECIAL);
        await olga.tickAll(["PUBLICATION_CHECKED", "ID_SAFE"], "attest");
        await stage.keep(olga.hand, "45-act-special-report", { isTall: true });
        await stage.check(olga.hand, "act");
      });
      await olga.act("case.close");
      await on.mailbox(report, async (hand) => {
        await hand.see(say("reporter", "state.closed.what"));
        await hand.see(NOTICE);
        await hand.see(say("mailbox", "box.published.specialReport", { number: "\u20681\u2069" }));
        await stage.keep(hand, "46-mailbox-closed");
      });
      await readPublished(stage, SPECIAL, "specialReport");
    }),
);
