import { expect, test } from "vitest";
import { dayAfter } from "../stories/support/clock";
import { FINDINGS, INQUIRY, OPENED, REASONED, REASONS } from "../stories/support/steps";
import { takeStep } from "./support/mailbox-hand";
import { readPublished } from "./support/published-hand";
import { tell } from "./support/story-stage";

const SUMMARY = "Cameras over the saffron valley.";
const GROUP = "Lake Valley Residents";
const WITHDRAWN = "We withdraw all of the magenta papers. Do not write.";
const NOTICE = "We published a statement. It names nobody.";
const STANDARD = "STD-OECD-NCP";
const STATEMENT = {
  title: "آلات تصوير فوق واد",
  language: "ar",
  text: "نظر المكتب في رخصة لتصدير آلات تصوير.\n\nسمّت الأوراق مستخدمًا ووصلت الآلات إلى آخر.",
};
const CARRY_ON = "withdrawal.continueInPublicInterest";

test(
  "a complaint, right to left: what was withdrawn under pressure goes on by two people, under new keys, and the group comes back",
  { timeout: 150_000 },
  () =>
    tell({ name: "firefox", language: "ar" }, async (on) => {
      const { world, stage } = on;
      const { say } = stage;
      on.plant(SUMMARY, GROUP, WITHDRAWN, NOTICE);
      const report = await world.report({ kind: "complaint", answers: { summary: SUMMARY, standing: GROUP } });
      on.plant(report.words.join(" "));
      await world.play(report, [...OPENED("tara"), ...INQUIRY("tara", "complaint")]);

      await on.mailbox(report, async (hand) => {
        await stage.keep(hand, "51-mailbox-open");
        await takeStep(stage, hand, "reporter.withdraw", { text: WITHDRAWN });
        await hand.see(say("reporter", "mailbox.write.reporter_rescind.title"));
        await stage.keep(hand, "52-mailbox-withdrawn");
        await stage.check(hand, "mailbox");
      });
      // The office lets more than the seven days pass, and the group is told so.
      await on.travelTo(dayAfter((await world.remembered("olga", report)).dues.withdrawalAnswer));

      const viktor = await on.desk("viktor", "complaint");
      await viktor.openOnlyCase();
      await viktor.hand.see(WITHDRAWN);
      await viktor.seeRegion("standing", "withdrawalRequested");
      await viktor.propose(CARRY_ON, REASONS, STANDARD);
      const olga = await on.desk("olga", "complaint");
      await olga.openOnlyCase();
      await stage.keep(olga.hand, "53-desk-needs-you-now");
      await olga.act(CARRY_ON, async () => {
        await olga.reason("rationale", REASONS, STANDARD);
        await stage.keep(olga.hand, "54-act-carry-on", { isTall: true });
      });
      await olga.seeRegion("standing", "unlinked");
      await olga.act("key.rewrapped");
      await olga.seeRegion("keys", "current");
      await on.mailbox(report, async (hand) => {
        await hand.see(say("reporter", "mailbox.standing.unlinked"));
        await hand.see(say("reporter", "mailbox.missed.title"));
        await stage.keep(hand, "57-mailbox-missed");
        await takeStep(stage, hand, "reporter.rejoin");
        expect(await hand.text()).not.toContain(say("reporter", "mailbox.standing.unlinked"));
      });

      await world.play(report, [
        { by: "ines", event: "evidence.seal" },
        { by: "viktor", event: "text.attestSafe", note: "It rests on the register and on the satellite pictures." },
        REASONED("ines", "provisional.issue"),
        { by: "ines", event: "comment.received", note: "The exporter wrote back." },
        ...FINDINGS("PARTLY").slice(1),
        { by: "viktor", event: "review.approve" },
      ]);
      await olga.openOnlyCase();
      await olga.act("decision.issue", async () => {
        await olga.tickAll(["PARTLY"], "outcomes");
        await olga.tickAll(["CONDITION"], "recommendations");
        await olga.reason("decision", REASONS, STANDARD);
        await olga.hand.write(say("desk", "act.notice"), NOTICE);
      });
      await olga.propose("statement.publish", REASONS, STANDARD, () => olga.writeText(STATEMENT));
      await viktor.openOnlyCase();
      await viktor.act("statement.publish", async () => {
        await viktor.seeText(STATEMENT);
        await viktor.tickAll(["PUBLICATION_CHECKED", "ID_SAFE"], "attest");
        await stage.keep(viktor.hand, "55-act-publish", { isTall: true });
        await stage.check(viktor.hand, "act");
      });
      await olga.openOnlyCase();
      await olga.act("case.close");
      await on.mailbox(report, async (hand) => {
        await hand.see(say("reporter", "state.closed.what"));
        await hand.see(NOTICE);
        await hand.see(say("mailbox", "box.published.statement", { number: "1" }));
        await stage.keep(hand, "56-mailbox-closed");
      });
      await readPublished(stage, STATEMENT, "statement");
    }),
);
