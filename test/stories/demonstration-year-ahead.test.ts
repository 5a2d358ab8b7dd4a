import { afterAll, beforeAll, expect, test } from "vitest";
import { readFingerprint } from "~crypto/keys";
import { addDays, type Day, type Duty, ownerOf } from "~workflows";
import { type SmtpPeer, startPeer } from "../notices/support/smtp-peer";
import { requireSoundExport } from "../verify/support";
import { askForMail, openMails, outsideOf } from "./support/mailboxes";
import { openDemonstration, type World } from "./support/world";

type DueRow = { caseId: string; duty: Duty; day: Day };

let world: World;
let peer: SmtpPeer;
let cases: string[];
let year: Day;
let before: Map<string, string>;
let owed: DueRow[];
beforeAll(async () => {
  peer = await startPeer();
  const mail = { SMTP_URL: peer.url, MAIL_FROM: "notices@office.example" };
  ({ world, cases } = await openDemonstration(mail, askForMail));
  before = states();
  year = addDays(world.day, 366);
  owed = world.rows<DueRow>("SELECT caseId, duty, day FROM Due WHERE day < ?", year);
  await world.travelTo(year, 8, 2);
}, 300_000);
afterAll(async () => {
  await world?.stop();
  await peer?.stop();
});

const TELLING = ["deadline.expired", "deadline.missed", "clock.day7", "clock.month3", "clock.month6"];
/** A miss that was told already needs no reminder. */
const REMINDERS: readonly Duty[] = ["reminder5", "reminder6"];
const states = () =>
  new Map(world.rows<{ id: string; state: string }>('SELECT id, state FROM "Case"').map((row) => [row.id, row.state]));
const clockActs = (id: string) =>
  world
    .acts({ case: id })
    .filter(({ actor, day }) => actor === "system" && day === year)
    .map(({ event, codes }) => ({ event, duty: codes.duty as Duty, due: codes.due as Day }));

test("the demonstration holds a dozen cases of all three kinds, in many states", () => {
  const kinds = world.rows<{ kind: string }>('SELECT DISTINCT kind FROM "Case"');
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(["complaint", "grievance", "tip"]);
  expect(cases.length).toBeGreaterThanOrEqual(12);
  expect(new Set(before.values()).size).toBeGreaterThan(6);
});

test("a year later, everything that fell due was told once, by two processes, and the chains are sound", async () => {
  expect(owed.length).toBeGreaterThan(20);
  for (const { caseId, duty, day } of owed) {
    const told = clockActs(caseId).map((act) => `${act.duty} ${act.due}`);
    const isMoot = REMINDERS.includes(duty) && told.some((one) => one.startsWith("acknowledgement "));
    if (!isMoot) expect(told, `a case that was ${before.get(caseId)}`).toContain(`${duty} ${day}`);
  }
  for (const id of cases) {
    const told = clockActs(id).map(({ event, duty, due }) => `${event} ${duty} ${due}`);
    expect(new Set(told).size).toBe(told.length);
    const [reader] = world.rows<{ personId: string }>("SELECT personId FROM Access WHERE caseId = ?", id);
    const person = world.office.people.find(({ id: one }) => one === reader?.personId);
    if (person) await requireSoundExport(person, id);
  }
  expect(world.rows("SELECT * FROM Due WHERE day < ?", year)).toEqual([]);
});

test("no case was closed by silence, and every miss is counted and on the list of escalations", () => {
  const after = states();
  for (const id of cases)
    if (["closed", "archived"].includes(after.get(id) ?? "")) expect(["closed", "archived"]).toContain(before.get(id));
  const misses = cases
    .flatMap(clockActs)
    .filter(({ event, duty }) => TELLING.includes(event) && ownerOf(duty) !== "nobody");
  expect(misses.length).toBeGreaterThan(10);
  const sum = (sql: string) => world.rows<{ n: number }>(sql)[0]?.n ?? 0;
  const [counted, escalated] = [
    sum("SELECT SUM(value) AS n FROM Counter WHERE id LIKE 'missed.%'"),
    sum("SELECT COUNT(*) AS n FROM Escalation"),
  ];
  const earlier = cases
    .flatMap((id) => world.acts({ case: id }))
    .filter(({ actor, event, day, codes }) => {
      return actor === "system" && day !== year && TELLING.includes(event) && ownerOf(codes.duty as Duty) !== "nobody";
    });
  expect(counted).toBe(misses.length + earlier.length);
  expect(escalated).toBe(misses.length + earlier.length);
});

test("every notice owed has reached its reader, opens with gpg, and no byte tells one case from another", async () => {
  // Mail leaves in batches; the next one is two hours away.
  await world.travelTo(year, 10);
  const waiting = () => world.rows("SELECT * FROM Notice WHERE state <> 'sent'");
  await expect.poll(waiting, { timeout: 15_000 }).toEqual([]);
  const [office] = world.rows<{ noticeKey: string }>("SELECT noticeKey FROM Office");
  const opened = await openMails(world, peer.received);
  expect(opened.length).toBeGreaterThan(5);
  expect(new Set(opened.map(({ signer }) => signer))).toEqual(
    new Set([await readFingerprint(office?.noticeKey ?? "")]),
  );
  expect(new Set(opened.map(({ text }) => text)).size).toBe(1);
  expect(new Set(peer.received.map(outsideOf)).size).toBe(1);
  expect(new Set(peer.received.map(({ raw }) => raw.length)).size).toBe(1);
});
