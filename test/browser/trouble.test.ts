import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COMPLAINT, DISCLOSURE, GRIEVANCE, TIP } from "../../prisma/seed/sample-answers";
import { rotate } from "../stories/support/people-change";
import type { Hand } from "./support/hand";
import { takeReceipt } from "./support/reporting";
import { type Drafts, StepWalk, sealDrafts } from "./support/step-walk";
import { StoryStage } from "./support/story-stage";

const SAMPLES = { tip: TIP, grievance: GRIEVANCE, complaint: COMPLAINT, selfDisclosure: DISCLOSURE };

let on: StoryStage;
let drafts: Drafts;
beforeAll(async () => {
  on = await StoryStage.open({ name: "chromium", language: "en", isPhone: true });
  drafts = await sealDrafts(SAMPLES, mkdtempSync(join(tmpdir(), "ombra-drafts-")));
});
afterAll(() => on?.close());

const cases = () => on.world.rows<{ id: string }>('SELECT id FROM "Case"').length;

/** A reporter who has filled in a tip, and stands before the last step. */
async function atReview(): Promise<Hand> {
  const { stage } = on;
  const hand = await stage.enter("/report");
  await new StepWalk(hand, stage.say, async () => undefined, drafts).go("tip");
  return hand;
}

test("an office that fails, and then says nothing at all: each is said, and what is sent again makes one case", async () => {
  const { stage } = on;
  const { say } = stage;
  const hand = await atReview();
  const sent: string[] = [];
  const before = cases();
  await hand.page.setRequestInterception(true);
  hand.page.on("request", (request) => {
    if (request.method() !== "POST" || !request.url().endsWith("/api/v1/reports")) return void request.continue();
    sent.push(request.postData() ?? "");
    if (sent.length === 1) return void request.respond({ status: 500, contentType: "text/html", body: "<h1>Oh</h1>" });
    if (sent.length === 2) return void request.abort("connectionreset");
    void request.continue();
  });
  await hand.press(say("reporter", "review.send"));
  await hand.see(say("reporter", "failure.openTitle"));
  await hand.see(say("reporter", "failure.why.failed"));
  await hand.see(say("reporter", "failure.reportOpen"));
  await stage.check(hand, "an office that fails");
  await stage.keep(hand, "81-office-fails");
  await hand.press(say("reporter", "failure.again"));
  await hand.see(say("reporter", "failure.why.unreachable"));
  await hand.press(say("reporter", "failure.again"));
  expect(await takeReceipt(stage, hand)).toHaveLength(12);
  expect(new Set(sent).size).toBe(1);
  expect([sent.length, cases() - before]).toEqual([3, 1]);
  await hand.page.browserContext().close();
});

test("a key that is taken back between opening the page and sealing: nothing is stored, and the page goes on with the new one", async () => {
  const { stage, world } = on;
  const { say } = stage;
  const hand = await atReview();
  const before = cases();
  for (const name of ["tara", "tom"]) await rotate(world, name, "compromised");
  await hand.press(say("reporter", "review.send"));
  await hand.see(say("reporter", "failure.why.keys"));
  await hand.see(say("reporter", "failure.reportNot"));
  await stage.check(hand, "a key that was taken back");
  await stage.keep(hand, "82-key-taken-back");
  expect(cases()).toBe(before);
  await hand.press(say("reporter", "failure.back"));
  await hand.see(TIP.summary as string);
  await hand.press(say("reporter", "review.send"));
  expect(await takeReceipt(stage, hand)).toHaveLength(12);
  expect(cases() - before).toBe(1);
  await stage.leave(hand);
});

test("leaving midway is asked about once; back and forward bring an empty form, and only the draft's file brings the words back", async () => {
  const { stage } = on;
  const { say } = stage;
  const hand = await stage.enter("/");
  await hand.press(say("public", "landing.report"));
  await new StepWalk(hand, say, async () => undefined, drafts).go("tip");
  const asked: string[] = [];
  hand.page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void (asked.length === 1 ? dialog.dismiss() : dialog.accept());
  });
  // The first time the reporter stays, and everything is still there.
  await hand.page.reload({ timeout: 2000 }).catch(() => undefined);
  await hand.see(TIP.summary as string);
  expect(asked).toEqual(["beforeunload"]);
  await hand.page.goBack();
  await hand.see(say("public", "landing.title"));
  await hand.page.goForward();
  await hand.see(say("reporter", "kind.title"));
  expect(asked).toEqual(["beforeunload", "beforeunload"]);
  expect(await hand.page.content()).not.toContain(String(TIP.summary).slice(0, 30));
  await new StepWalk(hand, say, async () => undefined, drafts).go("tip");
  await hand.see(TIP.summary as string);
  // A closed tab asks too, and keeps nothing.
  await hand.page.close({ runBeforeUnload: true });
  await expect.poll(() => asked.length).toBe(3);
});
