import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { KeyPair } from "~crypto/keys";
import { generateKey, KEY_KIND } from "~crypto/openpgp";
import { addDays, type Day } from "~workflows";
import { invite } from "../../prisma/seed/people";
import type { SentReport } from "../../prisma/seed/report";
import { type SmtpPeer, startPeer } from "../notices/support/smtp-peer";
import { requireSoundExport } from "../verify/support";
import { addressOf, askForMail } from "./support/mailboxes";
import { GRANTED, OPENED } from "./support/steps";
import { openWorld, refusedBy, type World } from "./support/world";

/** Irma's key ends this many days after the story began; the policy warns 30 days before. */
const LIVES_DAYS = 40;

vi.setConfig({ testTimeout: 60_000 });

let world: World;
let peer: SmtpPeer;
let begin: Day;
/** Tara and Irma are on the one, Tara, Tom and Irma on the other. */
let lonely: SentReport;
let shared: SentReport;
beforeAll(async () => {
  peer = await startPeer();
  world = await openWorld({ SMTP_URL: peer.url, MAIL_FROM: "notices@office.example" });
  begin = world.day;
  const plan = { name: "irma", displayName: "Irma Investigator", roles: ["investigator" as const] };
  const keys = await endingKey(plan.displayName);
  world.office.people.push(
    await invite(world.office, world.who("ada"), { ...plan, keys }, "a passphrase for stories only"),
  );
  await askForMail(world);
  lonely = await world.report({ kind: "tip", answers: { summary: "One." } }, ["tara"]);
  shared = await world.report({ kind: "tip", answers: { summary: "Two." } });
  for (const one of [lonely, shared])
    await world.play(one, [...OPENED("tara"), ...GRANTED("tara", "irma", "investigator")]);
});
afterAll(async () => {
  await world?.stop();
  await peer?.stop();
});

/** A key as a person may bring it from elsewhere, with an end of its own. */
async function endingKey(name: string): Promise<KeyPair> {
  const made = Date.parse(`${addDays(begin, -2)}T00:00:00Z`);
  const end = Date.parse(`${addDays(begin, LIVES_DAYS)}T20:00:00Z`);
  const { privateKey, publicKey } = await generateKey({
    ...KEY_KIND,
    userIDs: [{ name }],
    date: new Date(made),
    keyExpirationTime: (end - made) / 1000,
    format: "object",
  });
  return { privateKey: privateKey.armor(), publicKey: publicKey.armor(), fingerprint: publicKey.getFingerprint() };
}

/** The sweep and the sender begin a second after the start, and take their time on a busy machine. */
const SOON = { timeout: 20_000 };
const after = (days: number) => world.travelTo(addDays(begin, days));
const page = async (name: string, path: string) => {
  const { client } = world.who(name);
  return (await fetch(client.base + path, { headers: { Cookie: client.cookie } })).text();
};
const warned = () =>
  world
    .rows<{ personId: string }>("SELECT personId FROM Notice WHERE reason = 'key'")
    .map(({ personId }) => world.office.people.find(({ id }) => id === personId)?.name)
    .sort();
const marks = (report: SentReport) =>
  world.acts(report).filter(({ event, codes }) => event === "rewrap.needed" && codes.reason === "keyExpired");

test("nobody is troubled while the end is far; 30 days before, its person and the administrator hear of it, and see the day", async () => {
  expect(warned()).toEqual([]);
  expect(await page("ada", "/desk/team")).not.toContain("key ends on");
  await after(12);
  await expect.poll(warned, SOON).toEqual(["ada", "irma"]);
  expect(await page("ada", "/desk/team")).toContain("key ends on");
  for (const path of ["/desk", "/desk/account"]) expect(await page("irma", path)).toContain("Your key ends on");
  expect(await page("tara", "/desk")).not.toContain("Your key ends on");
});

test("they are told again after a week, not every day", async () => {
  await after(13);
  const reached = () => ["ada", "irma"].every((name) => peer.received.some(({ to }) => to[0] === addressOf(name)));
  await expect.poll(reached, SOON).toBe(true);
  expect(warned()).toEqual(["ada", "irma"]);
  await after(20);
  await expect.poll(warned, SOON).toEqual(["ada", "ada", "irma", "irma"]);
});

test("once it has ended, a case that fewer than two can read is marked, once, with a day by which somebody has to see to it", async () => {
  await after(LIVES_DAYS + 1);
  await expect
    .poll(() => marks(lonely), SOON)
    .toMatchObject([{ actor: "system", codes: { holder: world.who("irma").id } }]);
  expect(marks(shared)).toEqual([]);
  const { at, dues } = await world.remembered("tara", lonely);
  expect(at.keys).toBe("rewrapPending");
  expect(dues.rewrap && dues.rewrap > world.day).toBe(true);
  const seen = await page("tara", `/desk/cases/${lonely.case}`);
  expect(seen).toContain("Irma Investigator gets no key of what follows");
  expect(seen).toContain("Fewer than two people can read what comes next");
  expect(await page("tara", `/desk/cases/${shared.case}`)).not.toContain("Fewer than two people");
  expect(await page("ada", "/desk/team")).toContain("key ended on");
  expect(await page("irma", "/desk")).toContain("Your key ended on");
});

test("no key of a case is sealed to an ended key: not for somebody new, and not by a page that still holds the old day", async () => {
  const other = await world.report({ kind: "tip", answers: { summary: "Three." } });
  await world.play(other, OPENED("tara"));
  const now = world.office.now;
  world.office.now = () => new Date(`${begin}T12:00:00Z`);
  try {
    await expect(world.play(other, GRANTED("tara", "irma", "investigator"))).rejects.toMatchObject(
      refusedBy("unknownPerson"),
    );
    await world.act("tara", shared, { event: "key.rotate" });
    await expect(world.act("tara", shared, { event: "key.rewrapped" })).rejects.toMatchObject(
      refusedBy("keyNotUsable"),
    );
  } finally {
    world.office.now = now;
  }
});

test("what is owed to her stays unsent and in no clear words, and the office sees why", async () => {
  const before = peer.received.length;
  await world.write(shared, "urgent.flag", "Somebody is in danger.");
  await after(LIVES_DAYS + 3);
  await peer.until(before + 1);
  const hers = () =>
    world.rows<{ state: string; fault: string }>(
      "SELECT state, fault FROM Notice WHERE personId = ? AND reason = 'urgent'",
      world.who("irma").id,
    );
  const isKept = () =>
    hers().length > 0 && hers().every(({ state, fault }) => state === "stuck" && fault === "keyExpired");
  await expect.poll(isKept, SOON).toBe(true);
  expect(peer.received.slice(before).map(({ to }) => to[0])).not.toContain(addressOf("irma"));
  expect(await page("ada", "/admin/notices")).toContain("key has expired");
  expect(marks(lonely)).toHaveLength(1);
});

test("if nobody sees to it, whoever leads the office hears that it is late, without being on the case", async () => {
  const { dues } = await world.remembered("tara", lonely);
  await world.travelTo(addDays(dues.rewrap ?? "", 1));
  const list = await page("olga", "/admin/oversight");
  expect(list).toContain(lonely.reference);
  expect(list).toContain("Sealing to the new keys");
});

test("somebody else is brought in, the keys are renewed, and the record is sound", async () => {
  await world.play(lonely, [...GRANTED("tara", "ines", "investigator"), { by: "tara", event: "key.rewrapped" }]);
  expect((await world.remembered("tara", lonely)).at.keys).toBe("current");
  expect(await page("tara", `/desk/cases/${lonely.case}`)).not.toContain("Fewer than two people");
  await requireSoundExport(world.who("tara"), lonely.case);
});
