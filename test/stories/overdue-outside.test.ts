import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "~workflows";
import type { SentReport } from "../../prisma/seed/report";
import { type SmtpPeer, startPeer } from "../notices/support/smtp-peer";
import { dayAfter } from "./support/clock";
import { addressOf, askForMail, openMails } from "./support/mailboxes";
import { GRANTED, OPENED } from "./support/steps";
import { openWorld, type World } from "./support/world";

let world: World;
let peer: SmtpPeer;
/** Taken up and then left lying; taken up with Olga kept out; never read. */
let lying: SentReport;
let withoutOlga: SentReport;
let unread: SentReport;
beforeAll(async () => {
  peer = await startPeer();
  world = await openWorld({ SMTP_URL: peer.url, MAIL_FROM: "notices@office.example" });
  await askForMail(world);
  const story = { kind: "tip" as const, answers: { summary: "The saffron ledger." } };
  lying = await world.report(story);
  withoutOlga = await world.report({ ...story, struck: [world.who("olga").id] });
  unread = await world.report(story);
  await world.play(lying, OPENED("tara"));
  const kept = { recused: [world.who("olga").id] };
  await world.play(
    withoutOlga,
    OPENED("tara").map((act) => (act.event === "case.acknowledge" ? { ...act, codes: kept } : act)),
  );
});
afterAll(async () => {
  await world?.stop();
  await peer?.stop();
});

const page = async (name: string, path: string) => {
  const { client } = world.who(name);
  return (await fetch(client.base + path, { headers: { Cookie: client.cookie } })).text();
};
/** Which of the three cases somebody reads of on the page, and whether it says that a report is unread. */
async function seenBy(name: string) {
  const text = await page(name, "/admin/oversight");
  const seen = Object.entries({ lying, withoutOlga, unread }).filter(([, report]) => text.includes(report.reference));
  return [...seen.map(([which]) => which), ...(text.includes("has not been acknowledged") ? ["somethingUnread"] : [])];
}
const toldOutside = () =>
  world
    .rows<{ personId: string }>("SELECT DISTINCT personId FROM Notice WHERE caseId IS NULL")
    .map(({ personId }) => world.office.people.find(({ id }) => id === personId)?.name)
    .sort();

test("nobody outside hears of cases that are in time", async () => {
  expect(toldOutside()).toEqual([]);
  expect(await seenBy("olga")).toEqual([]);
});

test("the day before an acknowledgement is late, whoever leads the office hears that one is missing, and not which", async () => {
  await world.travelTo(addDays(world.day, 6));
  expect(toldOutside()).toEqual(["olga", "otto"]);
  for (const name of ["olga", "otto"]) expect(await seenBy(name)).toEqual(["somethingUnread"]);
  expect(await page("olga", "/desk")).toContain("waits for its acknowledgement");
  expect(await seenBy("ada")).toEqual([]);
});

test("what lies too long is on the page of an ombudsperson who cannot open it, with whom to ask; never one that they are kept out of", async () => {
  const { dues } = await world.remembered("tara", lying);
  await world.travelTo(dayAfter(dues.preliminaryAssessment));
  expect(await seenBy("olga")).toEqual(["lying", "somethingUnread"]);
  expect(await seenBy("otto")).toEqual(["lying", "withoutOlga", "somethingUnread"]);
  expect(await seenBy("ada")).toEqual([]);
  const text = await page("olga", "/admin/oversight");
  for (const said of ["Assessment", "Tara Intake", "Tom Intake"]) expect(text).toContain(said);
  expect(text).not.toContain("saffron");
  expect(await page("olga", "/desk")).toContain("overdue in one case that you are not on");
  const { client } = world.who("olga");
  await expect(client.call("GET", `/api/v1/cases/${lying.case}`)).rejects.toMatchObject({ status: 404 });
});

test("the mail says that there is news and nothing else, and opens with the reader's key", async () => {
  const hers = () => peer.received.filter(({ to }) => to.includes(addressOf("olga")));
  await expect.poll(() => hers().length, { timeout: 20_000 }).toBeGreaterThan(0);
  const [mail] = await openMails(world, hers().slice(0, 1));
  expect(mail?.text).toContain("There is news");
  for (const report of [lying, withoutOlga, unread]) {
    expect(mail?.text).not.toContain(report.reference);
    expect(mail?.text).not.toContain(report.case);
  }
});

test("once the duty is done, or they are on the case, it is off the page", async () => {
  await world.play(lying, GRANTED("tara", "olga", "ombudsperson"));
  expect(await seenBy("olga")).toEqual(["somethingUnread"]);
  const minimum = ["MIN_WHAT", "MIN_WHO_WHERE_ITEM"];
  await world.act("tara", lying, { event: "triage.admit", codes: { minimum } });
  expect(await seenBy("otto")).toEqual(["withoutOlga", "somethingUnread"]);
});
