import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "~/platform/database.server";
import { LEASE_MS } from "~/services/notices/claim.server";
import { sendDueNotices } from "~/services/notices/send-due.server";
import {
  addCase,
  addPerson,
  DAY_MS,
  emptyOffice,
  FROM,
  foundNoticeOffice,
  HOUR_MS,
  happen,
  later,
  MINUTE_MS,
  NOW,
  type NoticeOffice,
  states,
} from "./support/office";
import { type SmtpPeer, startPeer } from "./support/smtp-peer";

let office: NoticeOffice;
let peer: SmtpPeer;
beforeAll(async () => {
  office = await foundNoticeOffice();
});
afterAll(() => office.stop());
beforeEach(async () => {
  peer = await startPeer();
  process.env.SMTP_URL = peer.url;
});
afterEach(async () => {
  await peer.stop();
  await emptyOffice();
});

const faults = async () => (await database().notice.findMany()).map(({ fault }) => fault);

test("news waits for the next half hour and reaches everybody on the case but the one who acted", async () => {
  const [ana, ben, cleo] = [
    await addPerson(office, "Ana", "ana@office.example"),
    await addPerson(office, "Ben", "ben@office.example"),
    await addPerson(office, "Cleo", "cleo@office.example"),
  ];
  const id = await addCase([ana, ben]);
  expect(await happen(id, { actor: ana.id })).toBe(1);
  await sendDueNotices(later(25 * MINUTE_MS));
  expect(peer.received).toEqual([]);
  await sendDueNotices(later(37 * MINUTE_MS));
  expect(peer.received.map(({ from, to }) => [from, to])).toEqual([[FROM, ["ben@office.example"]]]);
  expect(await states(cleo.id)).toEqual([]);
  await sendDueNotices(later(DAY_MS));
  expect(peer.received).toHaveLength(1);
});

test("the mail server is greeted with the sender's domain, not with this machine's name", async () => {
  const ana = await addPerson(office, "Ana", "ana@office.example");
  await happen(await addCase([ana]), { urgent: true });
  await sendDueNotices(NOW);
  expect(peer.received[0]?.greeting).toBe("office.example");
});

test("an urgent notice leaves at once, and news of the same person with it", async () => {
  const ana = await addPerson(office, "Ana", "ana@office.example", { mailMode: "daily" });
  await happen(await addCase([ana]));
  await happen(await addCase([ana]), { urgent: true });
  await sendDueNotices(NOW);
  expect(peer.received).toHaveLength(1);
  expect(await states()).toEqual(["sent", "sent"]);
});

test("a day of news is one mail for somebody who wants a digest, at seven in the office's time", async () => {
  const ana = await addPerson(office, "Ana", "ana@office.example", { mailMode: "daily" });
  const id = await addCase([ana]);
  for (let hour = 0; hour < 8; hour++) await happen(id, { now: later(hour * HOUR_MS) });
  await sendDueNotices(new Date("2026-11-24T05:59:59Z"));
  expect(peer.received).toHaveLength(0);
  await sendDueNotices(new Date("2026-11-24T06:00:00Z"));
  expect(peer.received).toHaveLength(1);
});

test("a recused person gets nothing, and what was written before the recusal is dropped", async () => {
  const [ana, ben] = [
    await addPerson(office, "Ana", "ana@office.example"),
    await addPerson(office, "Ben", "ben@office.example"),
  ];
  const id = await addCase([ana, ben], "tip", [ana.id]);
  await happen(id);
  expect(await states(ana.id)).toEqual([]);
  await database().access.deleteMany({ where: { personId: ben.id } });
  await sendDueNotices(later(DAY_MS));
  expect(peer.received).toEqual([]);
  expect(await states()).toEqual([]);
});

test("a row keeps no time of what happened: neither while an urgent one waits nor after any was sent", async () => {
  const ana = await addPerson(office, "Ana", "ana@office.example");
  const id = await addCase([ana]);
  const midnight = BigInt(Date.parse("2026-11-23T00:00:00Z"));
  await happen(id, { urgent: true });
  expect((await database().notice.findFirstOrThrow()).notBefore).toBe(midnight);
  await happen(id);
  await sendDueNotices(NOW);
  const after = await database().notice.findMany();
  expect(after.map(({ state, notBefore, sentDay }) => [state, notBefore, sentDay])).toEqual(
    Array(2).fill(["sent", midnight, "2026-11-23"]),
  );
});

test("how much happens in a slot does not show in when its mail leaves", async () => {
  const [ana, ben] = [
    await addPerson(office, "Ana", "ana@office.example"),
    await addPerson(office, "Ben", "ben@office.example"),
  ];
  const id = await addCase([ana, ben]);
  for (let nth = 0; nth < 20; nth++) await happen(id, { now: later(nth * MINUTE_MS) });
  const times = async (personId: string) =>
    new Set((await database().notice.findMany({ where: { personId } })).map((row) => row.notBefore));
  expect((await times(ana.id)).size).toBe(1);
  expect(await times(ana.id)).not.toEqual(await times(ben.id));
});

test("a slow server gets its mail once", async () => {
  peer.delayMs = 1500;
  const ana = await addPerson(office, "Ana", "ana@office.example");
  await happen(await addCase([ana]), { urgent: true });
  await Promise.all([sendDueNotices(NOW), sendDueNotices(NOW)]);
  await sendDueNotices(later(MINUTE_MS));
  expect(peer.received).toHaveLength(1);
});

test("many processes at once send each mail once", async () => {
  for (let nth = 0; nth < 6; nth++) {
    const person = await addPerson(office, `Person ${nth}`, `person${nth}@office.example`);
    await happen(await addCase([person]), { urgent: true });
    await happen(await addCase([person]));
  }
  await Promise.all([1, 2, 3, 4].map(() => sendDueNotices(NOW)));
  expect(peer.received.flatMap(({ to }) => to).sort()).toEqual(
    [0, 1, 2, 3, 4, 5].map((nth) => `person${nth}@office.example`),
  );
});

test.each(["later", "laterData"] as const)(
  "after a temporary refusal (%s) it is tried again, later each time",
  async (manner) => {
    peer.manner = manner;
    const ana = await addPerson(office, "Ana", "ana@office.example");
    await happen(await addCase([ana]), { urgent: true });
    const waits: number[] = [];
    for (let now = NOW, nth = 0; nth < 12; nth++) {
      expect(await sendDueNotices(now)).toEqual({ sent: 0, failed: 1 });
      const row = await database().notice.findFirstOrThrow();
      waits.push((Number(row.notBefore) - now.getTime()) / MINUTE_MS);
      now = new Date(Number(row.notBefore));
    }
    waits.forEach((wait, nth) => {
      const full = Math.min(360, 2 ** nth);
      expect(wait).toBeLessThanOrEqual(full);
      expect(wait).toBeGreaterThan(full * 0.74);
    });
    peer.manner = "accept";
    await sendDueNotices(later(3 * DAY_MS));
    expect(peer.received).toHaveLength(1);
  },
);

test("after a final refusal it is stuck with its reason and not tried again", async () => {
  peer.manner = "refuse";
  const ana = await addPerson(office, "Ana", "ana@office.example");
  await happen(await addCase([ana]), { urgent: true });
  await sendDueNotices(NOW);
  expect([await states(), await faults()]).toEqual([["stuck"], ["refused"]]);
  peer.manner = "accept";
  await sendDueNotices(later(DAY_MS));
  expect(peer.received).toEqual([]);
});

test("thirty tries in vain, and it is stuck", async () => {
  peer.manner = "later";
  const ana = await addPerson(office, "Ana", "ana@office.example");
  await happen(await addCase([ana]), { urgent: true });
  await database().notice.updateMany({ data: { attempts: 29 } });
  await sendDueNotices(NOW);
  expect([await states(), await faults()]).toEqual([["stuck"], ["later"]]);
});

test("an office that was switched off for a week sends what it owes, even if the first try fails", async () => {
  const ana = await addPerson(office, "Ana", "ana@office.example");
  await happen(await addCase([ana]));
  peer.manner = "later";
  await sendDueNotices(later(7 * DAY_MS));
  peer.manner = "accept";
  await sendDueNotices(later(7 * DAY_MS + HOUR_MS));
  expect(peer.received).toHaveLength(1);
});

test("a mail server that is down for a day gets everything when it is up again, each mail once", async () => {
  const people = [
    await addPerson(office, "Ana", "ana@office.example"),
    await addPerson(office, "Ben", "ben@office.example"),
    await addPerson(office, "Cleo", "cleo@office.example"),
  ];
  const id = await addCase(people);
  const { port } = peer;
  await peer.stop();
  for (let minute = 0; minute < 24 * 60; minute += 5) {
    if (minute % 60 === 0) await happen(id, { now: later(minute * MINUTE_MS) });
    await sendDueNotices(later(minute * MINUTE_MS));
  }
  expect(new Set(await states())).toEqual(new Set(["waiting"]));
  peer = await startPeer({ port });
  for (let hour = 0; hour < 8; hour++) await sendDueNotices(later(DAY_MS + hour * HOUR_MS));
  expect(peer.received.flatMap(({ to }) => to).sort()).toEqual(
    people.map((_, nth) => `${["ana", "ben", "cleo"][nth]}@office.example`),
  );
  expect(new Set(await states())).toEqual(new Set(["sent"]));
});

test("a claim whose process died runs out, and the mail leaves then", async () => {
  peer.manner = "hold";
  const ana = await addPerson(office, "Ana", "ana@office.example");
  await happen(await addCase([ana]), { urgent: true });
  const dying = new AbortController();
  void sendDueNotices(NOW, dying.signal);
  await peer.until(1);
  peer.manner = "accept";
  await sendDueNotices(later(LEASE_MS - MINUTE_MS));
  expect(peer.received).toHaveLength(1);
  await sendDueNotices(later(LEASE_MS + 2 * MINUTE_MS));
  expect(peer.received).toHaveLength(2);
  // The first process comes back to life late: what it knows about the mail does not count any more.
  dying.abort();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await states()).toEqual(["sent"]);
});
