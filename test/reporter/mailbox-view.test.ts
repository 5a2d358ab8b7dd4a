import { afterAll, beforeAll, expect, test } from "vitest";
import { digestOf, keyedDigest } from "~/platform/secrets.server";
import { performBareAct, readBareMailbox } from "~/services/bare-mailbox.server";
import { openMailbox, readMailbox, requireMailbox } from "~/services/mailbox.server";
import { purgeCase } from "~/services/purge/purge-case.server";
import { randomId } from "~crypto/bytes";
import { addDays, PUBLISHED_LIMITS, type RefusalRule, SATURDAY_SUNDAY, step } from "~workflows";
import { addSystemAct, type MailboxOffice, openMailboxOffice, placed, putCase } from "./support/mailbox-case";

let office: MailboxOffice;
beforeAll(async () => {
  office = await openMailboxOffice();
});
afterAll(() => office.close());

const reporterActs = (caseId: string) =>
  office.db.act.findMany({ where: { caseId, actor: "reporter" }, select: { event: true, day: true } });

test("the mailbox tells the last day of the state, the dates, and whose turn it is", async () => {
  const due = "2027-01-15";
  const { id } = await putCase(office, {
    kind: "grievance",
    at: { procedure: "observations", urgency: "flagged", protection: "incidentOpen" },
    context: { dues: { observations: due } },
  });
  const box = await readMailbox(id);
  expect(box).toMatchObject({ state: "observations", due, isUrgent: true, isProtected: true, isReadOnly: false });
  expect(box.milestones.map(({ id }) => id)).toEqual([
    "acknowledgement",
    "assessment",
    "feedback",
    "decision",
    "review",
  ]);
  expect(box.open).toContain("reporter.reply");
});

test("missed days of the office and of authorities are told with the new day, those of the reporter are not", async () => {
  const { id, day } = await putCase(office, { kind: "grievance", at: { procedure: "underInquiry" } });
  const [before, next] = [addDays(day, -1), addDays(day, 10)];
  await addSystemAct(office.db, id, "deadline.expired", { duty: "agencyReply", due: before }, before);
  await addSystemAct(office.db, id, "deadline.expired", { duty: "observations", due: before }, day);
  await addSystemAct(office.db, id, "clock.reminder", { duty: "reminder5" }, day);
  await addSystemAct(office.db, id, "deadline.missed", { duty: "underInquiry", due: before }, day);
  const stored = await office.db.case.findUniqueOrThrow({ where: { id } });
  const snapshot = placed(
    JSON.parse(stored.snapshot),
    {},
    { since: { underInquiry: day }, dues: { underInquiry: next } },
  );
  await office.db.case.update({ where: { id }, data: { snapshot: JSON.stringify(snapshot) } });
  expect((await readMailbox(id)).missed).toEqual([
    { duty: "agencyReply", owner: "authority", day: before, due: before, next: null },
    { duty: "underInquiry", owner: "office", day, due: before, next },
  ]);
});

test("a late acknowledgement names the day by which it comes now", async () => {
  const { id, day } = await putCase(office, { at: { procedure: "received", statutoryClock: "ackBreached" } });
  await addSystemAct(office.db, id, "clock.day7", { duty: "acknowledgement", due: addDays(day, -1) }, day);
  const stored = await office.db.case.findUniqueOrThrow({ where: { id } });
  const since = { acknowledgementLate: day };
  const snapshot = placed(JSON.parse(stored.snapshot), {}, { since, dues: { acknowledgementLate: addDays(day, 2) } });
  await office.db.case.update({ where: { id }, data: { snapshot: JSON.stringify(snapshot) } });
  expect((await readMailbox(id)).missed).toMatchObject([{ owner: "office", next: addDays(day, 2) }]);
});

test("the day from which a withdrawal can be confirmed is the procedure's own", async () => {
  const { id, day } = await putCase(office, {
    at: { procedure: "underInvestigation", standing: "withdrawalRequested" },
    context: { withdrawalDay: "2026-11-02" },
  });
  const { standing } = await readMailbox(id);
  expect(standing).toEqual({ state: "withdrawalRequested", since: "2026-11-02", confirmedFrom: "2026-11-09" });
  const { snapshot } = await office.db.case.findUniqueOrThrow({ where: { id } });
  const [olga, confirmedFrom] = [randomId(), standing.confirmedFrom ?? day];
  const confirmOn = (on: string): RefusalRule | "taken" => {
    const at = placed(JSON.parse(snapshot), {}, { declared: [olga], withdrawalDay: "2026-11-02" });
    const facts = {
      day: on,
      items: [],
      directory: [{ person: olga, roles: ["ombudsperson" as const] }],
      access: [olga],
      validRecipientKeys: 2,
      custodians: [],
      limits: PUBLISHED_LIMITS,
      holidays: [],
      weekend: SATURDAY_SUNDAY,
      staleKeys: false,
      lead: null,
      published: null,
      bindsTexts: true,
    };
    const codes = { attest: ["COERCION_ASKED"] };
    try {
      step(at, { type: "withdrawal.confirm", actor: olga, role: "ombudsperson", codes, facts });
      return "taken";
    } catch (error) {
      return (error as { rule: RefusalRule }).rule;
    }
  };
  expect([confirmOn(addDays(confirmedFrom, -1)), confirmOn(confirmedFrom)]).toEqual(["tooEarly", "taken"]);
});

test("nothing in the mailbox of a joined case leads to the other reporter", async () => {
  const lead = await putCase(office, { at: { procedure: "underInvestigation" } });
  const joined = await putCase(office, { at: { procedure: "consolidated" }, context: { lead: lead.id } });
  await office.db.case.update({ where: { id: joined.id }, data: { leadId: lead.id } });
  const box = await readMailbox(joined.id);
  expect(JSON.stringify(box)).not.toContain(lead.id);
  expect(JSON.stringify(box)).not.toContain(`R${lead.id.slice(0, 8)}`);
  expect(box).toMatchObject({ state: "preliminaryAssessment", due: null });
  expect(JSON.stringify(box)).not.toContain("consolidat");
  expect(box.open).toContain("reporter.message");
});

test("a reporter who was silent is back when the mailbox opens: noted once, by day", async () => {
  const of = await putCase(office, { at: { procedure: "underInvestigation", standing: "silent" } });
  await openMailbox(of.keys);
  await openMailbox(of.keys);
  expect(await reporterActs(of.id)).toEqual([{ event: "reporter.login", day: of.day }]);
  expect(await readMailbox(of.id)).toMatchObject({ standing: { state: "participating" } });
});

test("opening a mailbox leaves no trace otherwise", async () => {
  const of = await putCase(office);
  await openMailbox(of.keys);
  expect(await reporterActs(of.id)).toEqual([]);
});

test("an archived case says when it is deleted, and offers nothing", async () => {
  const at = { procedure: "archived", retention: "scheduled" } as const;
  const { id } = await putCase(office, { at, context: { dues: { retention: "2028-11-01" } } });
  expect(await readMailbox(id)).toMatchObject({ deletedAfter: "2028-11-01", open: [], due: null });
});

test("a case that another version of the procedure wrote can be read, and nothing is open", async () => {
  const { id } = await putCase(office);
  await office.db.case.update({ where: { id }, data: { snapshot: JSON.stringify({ version: 99 }) } });
  expect(await readMailbox(id)).toMatchObject({ isReadOnly: true, open: [], milestones: [] });
});

test("after a purge neither the receipt nor a token that was still good opens anything", async () => {
  const of = await putCase(office, { at: { procedure: "archived", retention: "scheduled" } });
  const { token } = await openMailbox(of.keys);
  await office.db.$transaction((tx) => purgeCase(tx, of.id, "2028-11"));
  await expect(openMailbox(of.keys)).rejects.toMatchObject({ status: 404 });
  const request = new Request("http://office.test/", { headers: { Authorization: `Bearer ${token}` } });
  await expect(readMailbox(requireMailbox(request))).rejects.toMatchObject({ status: 404 });
});

/** A bare case, and the code that opens it. */
async function putBareCase(plan: Parameters<typeof putCase>[1] = {}) {
  const of = await putCase(office, { ...plan, channel: "armored" });
  const raw = keyedDigest("test code", of.id).toString("hex").toUpperCase().slice(0, 26);
  const code = raw.replace(/(.{5})(?=.)/g, "$1-");
  await office.db.case.update({ where: { id: of.id }, data: { authHash: digestOf(code) } });
  return { ...of, code };
}

test("with a code alone a reporter can flag danger, withdraw and take it back, each once", async () => {
  const { id, code, day } = await putBareCase();
  for (const event of ["urgent.flag", "urgent.flag", "reporter.withdraw", "reporter.withdraw", "reporter.rescind"]) {
    await performBareAct(code, event);
  }
  const events = (await reporterActs(id)).map(({ event }) => event);
  expect(events).toEqual(["urgent.flag", "reporter.withdraw", "reporter.rescind"]);
  expect(await readBareMailbox(code)).toMatchObject({
    isUrgent: true,
    today: day,
    standing: { state: "participating" },
  });
});

test("a code opens no step that needs words, and a wrong one opens none at all", async () => {
  const { id, code } = await putBareCase();
  await expect(performBareAct(code, "reporter.acceptSolution")).rejects.toMatchObject({ status: 400 });
  await expect(performBareAct(code.replace(/^./, "Z"), "urgent.flag")).rejects.toMatchObject({ status: 404 });
  await expect(performBareAct(code, "reporter.rejoin")).resolves.toEqual({ state: "submitted" });
  expect(await reporterActs(id)).toEqual([]);
});
