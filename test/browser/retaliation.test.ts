import { test } from "vitest";
import { INQUIRY, OPENED, REASONS } from "../stories/support/steps";
import { takeStep } from "./support/mailbox-hand";
import { tell } from "./support/story-stage";

const SUMMARY = "the heliotrope crates went to the ministry";
const SUSPENDED = "I am suspended since the indigo meeting. Two people could have known.";
const CLEARED = "The invitation of today. It names no date, no place and no team.";
const NOTICE = "We close it: the authority has repaired the matter. You can ask for a review within 60 days.";
const WISH = "You did not hear the second witness.";
const STANDARD = "STD-WBD-16";

test(
  "a tip: retaliation while the case is open stops the comment, needs two people to be closed, and a review brings the case back",
  { timeout: 150_000 },
  () =>
    tell({ name: "chromium", language: "en" }, async (on) => {
      const { world, stage } = on;
      const { say } = stage;
      on.plant(SUMMARY, SUSPENDED, CLEARED, NOTICE, WISH);
      const report = await world.report({ kind: "tip", answers: { summary: SUMMARY } });
      on.plant(report.words.join(" "));
      const clear = { by: "viktor", event: "text.attestSafe", note: CLEARED };
      await world.play(report, [...OPENED("tara"), ...INQUIRY("tara"), clear]);

      const ines = await on.desk("ines", "tip");
      await ines.openOnlyCase();
      await ines.hand.see(SUMMARY);
      await ines.hand.see(say("codes", "events.comment.invite.label"));

      await on.mailbox(report, async (hand) => {
        await takeStep(stage, hand, "retaliation.report", { text: SUSPENDED });
        await hand.see(say("reporter", "mailbox.incident"));
        await stage.keep(hand, "21-mailbox-incident");
        await stage.check(hand, "mailbox");
      });

      await ines.openOnlyCase();
      await ines.hand.see(SUSPENDED);
      await ines.hand.see(`T2 ${say("codes", "tiers.T2.short")}`);
      await ines.seeBlocked("comment.invite", "notIdentitySafe");
      const olga = await on.desk("olga", "tip");
      await olga.openOnlyCase();
      await olga.hand.see(say("desk", "acts.pressing"));
      await olga.seeRegion("protection", "incidentOpen");
      await stage.keep(olga.hand, "22-desk-needs-you-now");
      await stage.check(olga.hand, "case");

      await olga.act("access.narrow", async () => {
        await olga.hand.tick("Ines Investigator");
        await olga.hand.see(say("desk", "act.peopleAwaited"));
        await olga.hand.tick("Ines Investigator");
        await olga.hand.tick("Tom Intake");
        await olga.reason("rationale", REASONS, STANDARD);
        await stage.keep(olga.hand, "22b-act-narrow", { isTall: true });
        await stage.check(olga.hand, "act");
      });
      await olga.act("key.rewrapped");

      await ines.openOnlyCase();
      await ines.act("closure.propose", async () => {
        await ines.tickAll(["SETTLED"], "grounds");
        await ines.reason("rationale", REASONS, STANDARD);
        await stage.keep(ines.hand, "23-act-close", { isTall: true });
      });
      const viktor = await on.desk("viktor", "tip");
      await viktor.openOnlyCase();
      await viktor.seeBlocked("review.approve", "incidentOpen");
      await ines.propose("incident.close", REASONS, STANDARD);
      await ines.hand.see(say("desk", "acts.waits", { step: say("codes", "events.incident.close.label") }));
      await olga.openOnlyCase();
      await olga.hand.see(say("desk", "acts.second"));
      await olga.act("incident.close", async () => {
        await olga.reason("rationale", REASONS, STANDARD);
        await stage.keep(olga.hand, "24-act-incident-close", { isTall: true });
        await stage.check(olga.hand, "act");
      });
      await viktor.openOnlyCase();
      await viktor.act("review.approve", () => viktor.hand.write(say("desk", "act.notice"), NOTICE));

      await on.mailbox(report, async (hand) => {
        await hand.see(say("reporter", "state.closed.what"));
        await hand.see(NOTICE);
        await takeStep(stage, hand, "review.request", { choice: "facts", text: WISH });
        await stage.keep(hand, "25-mailbox-review");
      });
      await world.play(report, [{ by: "viktor", event: "access.grant", codes: { role: "reviewer" }, grantTo: "vera" }]);
      await viktor.openOnlyCase();
      await viktor.seeBlocked("review.grant", "notFresh");
      const vera = await on.desk("vera", "tip");
      await vera.openOnlyCase();
      await vera.hand.see(WISH);
      await vera.hand.see(say("codes", "reviewReasons.facts"));
      await vera.act("conflict.declareNone");
      await vera.act("review.grant", () => vera.reason("rationale", REASONS, STANDARD));
      await vera.seeState("preliminaryAssessment");
      await stage.keep(vera.hand, "26-desk-back-in-assessment");
    }),
);
