import { test } from "vitest";
import { ANSWERED, FINDINGS, INQUIRY, OPENED, PROPOSED, REASONED, REASONS } from "../stories/support/steps";
import { deskOf } from "./support/by-hand";
import { takeStep } from "./support/mailbox-hand";
import { tell } from "./support/story-stage";

const NOTICE = "We have looked at what you sent us, and this is what we found. You can ask for a review.";
const STANDARDS = ["STD-GOOD-ADMIN"];
const CONSENT = (purpose: string) => ({
  by: "ines",
  event: "consent.record",
  codes: { purpose },
  note: "The report says in so many words that this may be shared.",
});
/** What a reviewer who was never on the case finds. */
const REVIEWED = [
  { by: "vera", event: "conflict.declareNone" },
  { by: "vera", event: "review.uphold", codes: { standards: STANDARDS }, rationale: REASONS, notice: NOTICE },
];

test(
  "a tip goes by hand from its inquiry through a comment, findings and a decision to the end, and through a review",
  { timeout: 240_000 },
  () =>
    tell({ name: "chromium", language: "en" }, async (on) => {
      const { world, stage } = on;
      const { say } = stage;
      const report = await world.report({ kind: "tip", answers: { summary: "A crate went to the ministry." } });
      // How a tip is taken up by hand, from the reporter's own form on, is the whole story of story.ts.
      await world.play(report, [...OPENED("tara"), ...INQUIRY("tara")]);
      const desk = deskOf(on, report, "tip");
      await desk.play([
        { by: "viktor", event: "text.attestSafe", note: "Read line by line: nothing tells who wrote." },
        { by: "ines", event: "comment.invite" },
        ANSWERED("ines", "comment.received"),
        ...FINDINGS("SUBSTANTIATED"),
        { by: "viktor", event: "review.approve" },
        {
          by: "olga",
          event: "decision.issue",
          codes: { standards: STANDARDS, outcome: "SUBSTANTIATED" },
          decision: REASONS,
          notice: NOTICE,
        },
        { by: "olga", event: "case.close" },
      ]);
      await on.mailbox(report, async (hand) => {
        await hand.see(say("reporter", "state.closed.what"));
        await takeStep(stage, hand, "review.request", { choice: "facts", text: "The second crate is left out." });
      });
      await world.play(report, [{ by: "tara", event: "access.grant", codes: { role: "reviewer" }, grantTo: "vera" }]);
      await desk.play(REVIEWED);
      await on.mailbox(report, (hand) => hand.see(say("reporter", "state.closed.what")));
    }),
);

test(
  "a grievance goes by hand from its report through a friendly solution to the end, and through a review",
  { timeout: 240_000 },
  () =>
    tell({ name: "chromium", language: "en" }, async (on) => {
      const { world, stage } = on;
      const { say } = stage;
      const report = await world.report({ kind: "grievance", answers: { summary: "Nine months without an answer." } });
      const desk = deskOf(on, report, "grievance");
      await desk.play([
        ...OPENED("tara"),
        ...INQUIRY("tara", "grievance"),
        CONSENT("authority"),
        { by: "ines", event: "agency.requestReply" },
        ANSWERED("ines", "agency.reply"),
      ]);
      await on.mailbox(report, async (hand) => {
        await hand.see(say("reporter", "state.observations.what"));
        await takeStep(stage, hand, "reporter.reply", { in: "observations", text: "Their letter leaves out April." });
      });
      await desk.play([
        { by: "ines", event: "file.inspect", note: "Seen at the authority: the file has no entry since April." },
        { by: "olga", event: "solution.propose", codes: { standards: STANDARDS }, rationale: REASONS, notice: NOTICE },
        ANSWERED("ines", "agency.acceptSolution"),
      ]);
      await on.mailbox(report, (hand) => takeStep(stage, hand, "reporter.acceptSolution"));
      await desk.play([
        REASONED("olga", "solution.record"),
        { by: "viktor", event: "review.approve" },
        {
          by: "olga",
          event: "decision.issue",
          codes: { standards: STANDARDS, outcome: "SOLUTION" },
          decision: REASONS,
          notice: NOTICE,
        },
        { by: "olga", event: "case.close" },
      ]);
      await on.mailbox(report, async (hand) => {
        await hand.see(say("reporter", "state.closed.what"));
        await takeStep(stage, hand, "review.request", {
          choice: "procedure",
          text: "The letter of April was not read.",
        });
      });
      await world.play(report, [{ by: "tara", event: "access.grant", codes: { role: "reviewer" }, grantTo: "vera" }]);
      await desk.play(REVIEWED);
      await on.mailbox(report, (hand) => hand.see(say("reporter", "state.closed.what")));
    }),
);

test(
  "a complaint goes by hand from its report through good offices and a public statement to the end, and back through a review",
  { timeout: 240_000 },
  () =>
    tell({ name: "chromium", language: "en" }, async (on) => {
      const { world, stage } = on;
      const { say } = stage;
      const report = await world.report({ kind: "complaint", answers: { summary: "Cameras went to a ministry." } });
      const desk = deskOf(on, report, "complaint");
      await desk.play([
        ...OPENED("tara"),
        ...INQUIRY("tara", "complaint"),
        CONSENT("exporter"),
        CONSENT("authority"),
        CONSENT("mediation"),
        { by: "viktor", event: "text.attestSafe", note: "Read line by line: nothing names the group." },
        { by: "ines", event: "response.request" },
        ANSWERED("ines", "respondent.reply"),
        REASONED("ines", "endUseCheck.request"),
        ANSWERED("ines", "endUseCheck.result", { result: "DIVERTED" }),
        { by: "olga", event: "goodOffices.offer" },
        ANSWERED("ines", "party.decline"),
        { by: "ines", event: "evidence.seal" },
        { by: "viktor", event: "text.attestSafe", note: "Read line by line: nothing names the group." },
        REASONED("ines", "provisional.issue"),
        ANSWERED("ines", "comment.received"),
        ...FINDINGS("CONCERN_UPHELD").slice(1),
        { by: "viktor", event: "review.approve" },
        {
          by: "olga",
          event: "decision.issue",
          codes: { standards: STANDARDS, outcome: "CONCERN_UPHELD", recommendations: ["REVOKE"] },
          decision: REASONS,
          notice: NOTICE,
        },
        PROPOSED("olga", "statement.publish"),
        { by: "viktor", event: "statement.publish" },
        { by: "olga", event: "case.close" },
      ]);
      await on.mailbox(report, async (hand) => {
        await hand.see(say("reporter", "state.closed.what"));
        await takeStep(stage, hand, "review.request", { choice: "facts", text: "The register was read wrongly." });
      });
      await world.play(report, [{ by: "tara", event: "access.grant", codes: { role: "reviewer" }, grantTo: "vera" }]);
      await desk.play([
        { by: "vera", event: "conflict.declareNone" },
        { by: "vera", event: "review.grant", codes: { standards: STANDARDS }, rationale: REASONS },
      ]);
      await on.mailbox(report, (hand) => hand.see(say("reporter", "state.preliminaryAssessment.what")));
    }),
);
