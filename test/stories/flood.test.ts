import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { randomId } from "~crypto/bytes";
import { addDays, type Day } from "~workflows";
import { Client } from "../../prisma/seed/http";
import { type SentReport, sealReport } from "../../prisma/seed/report";
import { postWorked } from "../../prisma/seed/work";
import { requireSoundExport } from "../verify/support";
import { PROPOSED } from "./support/steps";
import { openWorld, refusedBy, type World } from "./support/world";

const LIMIT = 20;
const FLOOD = 60;
/** More than a page of the list, and how many of them are discarded together. */
const MANY = 220;
const DISCARDED = 80;
let world: World;
let honest: SentReport;
let arrival: Day;
beforeAll(async () => {
  world = await openWorld({ FLOOD_PER_DAY: String(LIMIT), FLOOD_WORK: "200" });
  arrival = world.day;
  const client = new Client(world.office.base);
  const noise = await sealReport(world.office, { kind: "tip", answers: { summary: "Noise." } }, [
    world.who("tara"),
    world.who("tom"),
  ]);
  for (let nth = 0; nth < FLOOD - 1; nth++) {
    if (nth === 40) honest = await world.report({ kind: "tip", answers: { summary: "The one that is real." } });
    // Whoever floods an office seals once and changes the ids.
    const body = noise.body as { receipt: object };
    const receipt = { ...body.receipt, locatorHash: randomId() + randomId() };
    const id = randomId();
    await postWorked(client, "/api/v1/reports", id, { ...body, case: id, receipt });
  }
});
afterAll(() => world?.stop());

type Held = {
  rows: { case: string; proposal: { by: string; batch: string | null } | null }[];
  next: string | null;
  total: number;
};
/** What the page of arrivals in quarantine is given. */
function heldBack(name: string, after: string | null = null): Promise<Held> {
  const place = after ? `after=${encodeURIComponent(after)}&` : "";
  return world.who(name).client.call<Held>("GET", `/desk/held-back?${place}_data=routes%2Fdesk.held-back`);
}

const inState = (state: string) =>
  world.rows<{ id: string }>('SELECT id FROM "Case" WHERE state = ? ORDER BY id', state).map(({ id }) => id);

test("in a flood nothing is dropped: what is over the day's measure waits for a look, and the day counts once", async () => {
  expect(inState("received")).toHaveLength(LIMIT);
  expect(inState("quarantined")).toHaveLength(FLOOD - LIMIT);
  expect(inState("quarantined")).toContain(honest.case);
  expect(world.rows("SELECT id, value FROM Counter WHERE id LIKE 'flood.%'")).toEqual([
    { id: `flood.${arrival}`, value: 1 },
  ]);
});

test("what was held back stands in the queue before what comes later", async () => {
  await world.travelTo(addDays(arrival, 2));
  const later = await world.report({ kind: "tip", answers: { summary: "Two days later." } });
  expect(inState("received")).toContain(later.case);
  const places = world.rows<{ caseId: string }>(
    "SELECT caseId FROM Access WHERE personId = ? ORDER BY sort",
    world.who("tara").id,
  );
  expect(places.findIndex(({ caseId }) => caseId === later.case)).toBe(FLOOD);
  expect((await world.remembered("tara", honest)).dues.quarantined).toBe(addDays(arrival, 5));
});

test("the honest one is released by one person, and its acknowledgement is due from the day it arrived", async () => {
  await world.play(honest, [{ by: "tara", event: "conflict.declareNone" }]);
  expect(await world.act("tara", honest, { event: "quarantine.release" })).toMatchObject({ state: "received" });
  expect((await world.remembered("tara", honest)).dues.acknowledgement).toBe(addDays(arrival, 7));
  const { milestones } = await world.box(honest);
  expect(milestones.find(({ id }) => id === "acknowledgement")?.day).toBe(addDays(arrival, 7));
  expect(
    await world.act("tara", honest, { event: "case.acknowledge", codes: { recused: [] }, message: "We have it." }),
  ).toMatchObject({ state: "preliminaryAssessment" });
});

test("nobody discards alone, and what two people discarded leaves nothing but days and codes", async () => {
  const noise = { case: inState("quarantined").find((id) => id !== honest.case) ?? "" };
  await world.play(noise, [
    { by: "tara", event: "conflict.declareNone" },
    { by: "tom", event: "conflict.declareNone" },
  ]);
  await expect(world.act("tom", noise, { event: "quarantine.discard" })).rejects.toMatchObject(refusedBy("noProposal"));
  await world.play(noise, [PROPOSED("tara", "quarantine.discard")]);
  await expect(world.act("tara", noise, { event: "quarantine.discard" })).rejects.toMatchObject(
    refusedBy("samePerson"),
  );
  expect(await world.act("tom", noise, { event: "quarantine.discard" })).toMatchObject({ state: "closed" });
  await requireSoundExport(world.who("tara"), noise.case);

  await world.travelTo(addDays(world.day, 31));
  await world.travelTo(addDays(world.day, 1));
  expect(inState("purged")).toEqual([noise.case]);
  const holdings = ["Item", "Wrap", "Compartment", "Access"].map(
    (table) => world.rows(`SELECT * FROM "${table}" WHERE caseId = ?`, noise.case).length,
  );
  expect(holdings).toEqual([0, 0, 0, 0]);
});

test("held back past its day, a flood is one miss in the public counter, and whoever is no intake officer sees no list", async () => {
  const held = inState("quarantined").length;
  expect(held).toBeGreaterThan(1);
  const missed = () =>
    world
      .rows<{ value: number }>("SELECT value FROM Counter WHERE id LIKE 'missed.office.quarantined.%'")
      .reduce((all, { value }) => all + value, 0);
  const before = missed();
  await world.travelTo(addDays(world.day, 6));
  expect(missed()).toBe(before + 1);
  await expect(heldBack("olga")).rejects.toMatchObject({ status: 404 });
});

test("arrivals by the hundred are read page by page, and discarded by two people as one batch, each with an act of its own, and the flood counts once", {
  timeout: 240_000,
}, async () => {
  const client = new Client(world.office.base);
  const sealed = await sealReport(world.office, { kind: "tip", answers: { summary: "More noise." } }, [
    world.who("tara"),
    world.who("tom"),
  ]);
  const body = sealed.body as { receipt: object };
  for (let nth = 0; nth < MANY + LIMIT; nth++) {
    const receipt = { ...body.receipt, locatorHash: randomId() + randomId() };
    const id = randomId();
    await postWorked(client, "/api/v1/reports", id, { ...body, case: id, receipt });
  }
  const first = await heldBack("tara");
  expect(first.total).toBe(inState("quarantined").length);
  expect(first.rows).toHaveLength(200);
  const second = await heldBack("tara", first.next);
  expect(second.next).toBeNull();
  expect(new Set([...first.rows, ...second.rows].map((row) => row.case)).size).toBe(first.total);

  const batch = randomId();
  const proposal = { ...PROPOSED("tara", "quarantine.discard") };
  const picked = [...first.rows, ...second.rows].map((row) => ({ case: row.case })).slice(0, DISCARDED);
  for (const noise of picked) {
    await world.play(noise, [
      { by: "tara", event: "conflict.declareNone" },
      { ...proposal, codes: { ...proposal.codes, batch } },
    ]);
  }
  const seen = await heldBack("tom");
  expect(seen.rows.filter(({ proposal: made }) => made?.batch === batch).length).toBe(DISCARDED);
  expect(seen.rows.find((row) => row.case === picked[0]?.case)?.proposal).toEqual({ by: world.who("tara").id, batch });
  for (const noise of picked) {
    await world.play(noise, [
      { by: "tom", event: "conflict.declareNone" },
      { by: "tom", event: "quarantine.discard" },
    ]);
    const told = world.acts(noise).map(({ event, actor }) => `${event} ${actor === "system" ? actor : "person"}`);
    expect(told.slice(-4)).toEqual(
      ["conflict.declareNone", "act.propose", "conflict.declareNone", "quarantine.discard"].map(
        (event) => `${event} person`,
      ),
    );
  }
  await requireSoundExport(world.who("tom"), picked[7]?.case ?? "");
  expect((await heldBack("tom")).rows.filter(({ proposal: made }) => made !== null)).toEqual([]);
  const days = world.rows<{ id: string; value: number }>("SELECT id, value FROM Counter WHERE id LIKE 'flood.%'");
  expect(days.every(({ value }) => value === 1)).toBe(true);
});

test("no address of any sender is kept", () => {
  const stored = ["ombra.db", "ombra.db-wal"].map((name) =>
    readFileSync(join(world.server.dataFolder, name), "latin1"),
  );
  for (const text of [...stored, world.server.output()]) {
    expect(text).not.toMatch(/127\.0\.0\.1(?!:\d)/);
    expect(text).not.toMatch(/::1\b|::ffff:/);
  }
});
