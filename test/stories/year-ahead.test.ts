import { afterAll, beforeAll, expect, test } from "vitest";
import { readFingerprint } from "~crypto/keys";
import { addDays, type Duty, ownerOf } from "~workflows";
import type { SentReport } from "../../prisma/seed/report";
import { type SmtpPeer, startPeer } from "../notices/support/smtp-peer";
import { requireSoundExport } from "../verify/support";
import { quarterOf } from "./support/clock";
import { addressOf, askForMail, openMails, outsideOf } from "./support/mailboxes";
import { ARRIVALS_PER_DAY, setToWork, type WorkedCase } from "./support/office-at-work";
import { openWorld, type World } from "./support/world";

let world: World;
let peer: SmtpPeer;
let cases: (WorkedCase & { report: SentReport })[];
let year: string;
beforeAll(async () => {
  peer = await startPeer();
  world = await openWorld({
    SMTP_URL: peer.url,
    MAIL_FROM: "notices@office.example",
    FLOOD_PER_DAY: String(ARRIVALS_PER_DAY),
  });
  await askForMail(world);
  cases = await setToWork(world);
  const before = new Map(world.rows<Row>('SELECT id, state FROM "Case"').map(({ id, state }) => [id, state]));
  expect(cases.map(({ report }) => before.get(report.case))).toEqual(cases.map(({ from }) => from));
  year = addDays(world.day, 366);
  await world.travelTo(year, 8, 2);
});
afterAll(async () => {
  await world?.stop();
  await peer?.stop();
});

type Row = { id: string; state: string };
const TELLING = ["deadline.expired", "deadline.missed", "clock.day7", "clock.month3", "clock.month6"];

/** Everything that the clock wrote, in all cases. */
function clockActs() {
  return cases.flatMap(({ report, kind }) =>
    world
      .acts(report)
      .filter(({ actor, day }) => actor === "system" && day === year)
      .map(({ event, codes }) => ({ case: report.case, kind, event, duty: codes.duty as Duty, due: codes.due })),
  );
}
const misses = () => clockActs().filter(({ event, duty }) => TELLING.includes(event) && ownerOf(duty) !== "nobody");

test("two processes that sweep at once write each event once, without a gap in any chain", async () => {
  const acts = clockActs();
  expect(acts.length).toBeGreaterThan(40);
  const names = acts.map(({ case: id, event, duty, due }) => [id, event, duty, due].join(" "));
  expect(new Set(names).size).toBe(names.length);
  for (const { report } of cases) {
    expect(world.acts(report).map(({ seq }) => seq)).toEqual(world.acts(report).map((_, seq) => seq));
    const [reader] = world.rows<{ personId: string }>("SELECT personId FROM Access WHERE caseId = ?", report.case);
    const person = world.office.people.find(({ id }) => id === reader?.personId);
    if (person) await requireSoundExport(person, report.case);
  }
});

test("every overdue duty has moved its case as the table says, and none was closed by silence", () => {
  const now = new Map(world.rows<Row>('SELECT id, state FROM "Case"').map(({ id, state }) => [id, state]));
  expect(cases.map(({ report }) => now.get(report.case))).toEqual(cases.map(({ afterYear }) => afterYear));
  for (const { report, late } of cases) {
    const told = misses().filter((miss) => miss.case === report.case);
    expect(told.map(({ duty }) => duty)).toEqual(late);
  }
  expect(world.rows("SELECT * FROM Due WHERE day < ?", year)).toEqual([]);
  const closings = cases.flatMap(({ report }) => world.acts(report).filter(({ event }) => event === "case.archive"));
  expect(closings).toHaveLength(1);
});

test("every miss stands in the public counters and in the list of escalations, as often as it happened", () => {
  const counted = new Map<string, number>();
  for (const { kind, duty } of misses()) {
    const id = `missed.${ownerOf(duty)}.${duty}.${kind}.${quarterOf(year)}`;
    counted.set(id, (counted.get(id) ?? 0) + 1);
  }
  const counters = world.rows<{ id: string; value: number }>("SELECT id, value FROM Counter WHERE id LIKE 'missed.%'");
  expect(new Map(counters.map(({ id, value }) => [id, value]))).toEqual(counted);
  const escalated = world.rows<{ n: number }>("SELECT COUNT(*) AS n FROM Escalation")[0]?.n;
  expect(escalated).toBe(misses().length);
});

test("every reporter reads in their mailbox which day was missed, and the new one", async () => {
  for (const { report } of cases) {
    const own = misses().filter((miss) => miss.case === report.case);
    const { missed, state, due } = await world.box(report);
    expect(missed.map(({ duty, due }) => [duty, due])).toEqual(own.map(({ duty, due }) => [duty, due]));
    if (state === "archived") continue;
    // What moved on to another state has that state's day.
    for (const { next } of missed.slice(-1)) expect((next ?? due ?? "") >= year).toBe(true);
  }
});

test("after a restart there is nothing new to write", async () => {
  const acts = () => world.rows<{ n: number }>("SELECT COUNT(*) AS n FROM Act")[0]?.n;
  const before = acts();
  await world.travelTo(year, 10);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(acts()).toBe(before);
});

test("every notice that was owed is in somebody's mailbox, opens with gpg, and is signed by the office", async () => {
  const waiting = () => world.rows<{ personId: string; state: string }>("SELECT * FROM Notice WHERE state <> 'sent'");
  await expect.poll(waiting, { timeout: 10_000 }).toEqual([]);
  // Whoever is on a case, and the ombudspersons, who hear of what is late in cases that they are not on.
  const owed = world.rows<{ name: string }>(
    "SELECT name FROM Person WHERE roles LIKE '%ombudsperson%' OR id IN (SELECT personId FROM Access) ORDER BY name",
  );
  const reached = [...new Set(peer.received.flatMap(({ to }) => to))].sort();
  expect(reached).toEqual(owed.map(({ name }) => addressOf(name)));
  const [office] = world.rows<{ noticeKey: string }>("SELECT noticeKey FROM Office");
  const signer = await readFingerprint(office?.noticeKey ?? "");
  const opened = await openMails(world, peer.received);
  expect(new Set(opened.map((one) => one.signer))).toEqual(new Set([signer]));
});

test("no byte of a mail tells one case from another, nor that there is more than one", async () => {
  const texts = new Set((await openMails(world, peer.received)).map(({ text }) => text));
  expect(texts.size).toBe(1);
  expect(new Set(peer.received.map(outsideOf)).size).toBe(1);
  expect(new Set(peer.received.map(({ raw }) => raw.length)).size).toBe(1);
  for (const { raw } of peer.received)
    for (const { report } of cases) {
      expect(raw).not.toContain(report.case);
      expect(raw).not.toContain(report.reference);
    }
});
