import { expect, test } from "vitest";
import { randomId } from "~crypto/bytes";
import { Client } from "../../prisma/seed/http";
import { sealReport } from "../../prisma/seed/report";
import { postWorked } from "../../prisma/seed/work";
import { REASONS } from "../stories/support/steps";
import type { DeskHand } from "./support/desk-hand";
import { answersOf, report } from "./support/reporting";
import { type StoryStage, tell } from "./support/story-stage";

const LIMIT = 3;
const NOISE = 9;
/** What is left in quarantine once the honest report is let in. */
const HELD = NOISE - LIMIT;
const HONEST = "the vermilion stamp was from July";
const STANDARD = "STD-WBD-11";

test(
  "a flood: the honest report is held back with the noise, one person lets it in, and two people discard what is none, as one batch",
  { timeout: 150_000 },
  () =>
    tell({ name: "chromium", language: "en", env: { FLOOD_PER_DAY: String(LIMIT) } }, async (on) => {
      const { world, stage } = on;
      on.plant(HONEST);
      await flood(on);
      const words = await report(stage, answersOf(`I saw that ${HONEST}, and I have the papers that show it.`));
      on.plant(words.join(" "));
      const [honest, noise] = ["honest", "noise"].map((which) => {
        const sql = `SELECT id, reference FROM "Case" WHERE state = 'quarantined' ORDER BY rowid ${which === "honest" ? "DESC" : "ASC"}`;
        return world.rows<{ id: string; reference: string }>(sql)[0];
      });
      if (!honest || !noise) throw new Error("Nothing is held back.");
      expect(honest.id).not.toBe(noise.id);

      const holders = world.rows<{ personId: string }>("SELECT personId FROM Access WHERE caseId = ?", honest.id);
      const name = world.office.people.find(({ id }) => id === holders[0]?.personId)?.name ?? "";
      const first = await on.desk(name, "tip");
      await stage.keep(first.hand, "61-desk-flood");
      await first.openCase(honest.reference);
      await first.hand.see(HONEST);
      await first.hand.see(stage.say("codes", "quarantineReasons.FLOOD"));
      await first.act("conflict.declareNone");
      await first.act("quarantine.release");
      await first.seeState("received");

      const tara = name === "tara" ? first : await on.desk("tara", "tip");
      await propose(on, tara);
      const tom = name === "tom" ? first : await on.desk("tom", "tip");
      await approve(on, tom);
      const left = world.rows<{ state: string }>('SELECT state FROM "Case" WHERE id = ?', noise.id)[0];
      expect(left?.state).toBe("closed");
      expect(world.rows("SELECT id FROM \"Case\" WHERE state = 'quarantined'")).toEqual([]);
    }),
);

/** One person picks all of it on a page of its own, says why once, and watches how far it gets. */
async function propose({ stage, world }: StoryStage, desk: DeskHand) {
  const say = (key: string) => stage.say("batch", key);
  const { hand } = desk;
  await desk.toQueue();
  await hand.press(say("queueLink"));
  await hand.see(say("heading"));
  await hand.tick(stage.say("batch", "all_other", { count: HELD }));
  await hand.write(say("propose.reasons"), REASONS);
  await hand.tick(stage.say("codes", `standards.${STANDARD}`));
  await hand.tick(say("declare.none"));
  await hand.press(stage.say("batch", "propose.submit_other", { count: HELD }));
  // Stopped on the way, nothing is lost: what was stored stays stored, and what is left is still picked and goes on.
  await hand.press(say("stop"));
  await expect.poll(() => hand.offers(say("stop")), { timeout: 10_000 }).toBe(false);
  const stored = () => world.rows("SELECT id FROM Act WHERE event = 'act.propose'").length;
  const first = stored();
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(HELD);
  await stage.keep(hand, "62a-batch-stopped", { isTall: true });
  const count = HELD - first;
  await hand.press(stage.say("batch", count === 1 ? "propose.submit_one" : "propose.submit_other", { count }));
  await hand.see(stage.say("batch", "progress.over", { done: String(count), of: String(count) }));
  expect(stored()).toBe(HELD);
  await stage.keep(hand, "62-batch-proposed", { isTall: true });
}

/** A second person reads the words once, sees which cases they are about, and discards them. */
async function approve({ stage, world }: StoryStage, desk: DeskHand) {
  const say = (key: string) => stage.say("batch", key);
  const { hand } = desk;
  await desk.toQueue();
  await hand.press(say("queueLink"));
  // What was proposed before the stop and after it are two batches, each with its own words to be read.
  for (const nth of [1, 2]) {
    await hand.press(say("approve.read"));
    await hand.see(REASONS.slice(0, 40));
    await hand.tick(say("declare.none"));
    if (nth === 1) await stage.keep(hand, "63-batch-second-person", { isTall: true });
    const left = world.rows("SELECT id FROM \"Case\" WHERE state = 'quarantined'").length;
    await hand.press(say("approve.submit_other").split("{{")[0]?.trim() ?? "");
    await expect
      .poll(() => world.rows("SELECT id FROM \"Case\" WHERE state = 'quarantined'").length, { timeout: 20_000 })
      .toBeLessThan(left);
    await expect.poll(() => hand.offers(say("stop")), { timeout: 20_000 }).toBe(false);
  }
  await hand.see(say("none"));
  await stage.keep(hand, "64-batch-over");
}

/** Whoever floods an office seals once and changes the ids. */
async function flood({ world, stage }: StoryStage) {
  const client = new Client(stage.base);
  const to = [world.who("tara"), world.who("tom")];
  const sealed = await sealReport(world.office, { kind: "tip", answers: { summary: "Noise." } }, to);
  const body = sealed.body as { receipt: object };
  for (let nth = 0; nth < NOISE; nth++) {
    const receipt = { ...body.receipt, locatorHash: randomId() + randomId() };
    const id = randomId();
    await postWorked(client, "/api/v1/reports", id, { ...body, case: id, receipt });
  }
}
