import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withConsentsOfReport } from "~/reporter/mailbox/consents-view";
import type { MailboxAnswer } from "~/reporter/mailbox/session";
import { readMailbox } from "~/services/mailbox.server";
import { messageSchema, postMailboxMessage } from "~/services/mailbox-message.server";
import type { Act } from "~crypto/acts";
import { randomId } from "~crypto/bytes";
import { addDays, KINDS, type Places, statesOf } from "~workflows";
import { type MailboxOffice, openMailboxOffice, putCase } from "./support/mailbox-case";

let office: MailboxOffice;
beforeAll(async () => {
  office = await openMailboxOffice();
});
afterAll(() => office.close());

type Case = Awaited<ReturnType<typeof putCase>>;

/** An act as the reporter's page sends it, with a sealed message where `text` is given. */
async function actOf(of: Case, event: string, codes: object = {}, text?: string) {
  const items = text === undefined ? [] : [await of.sealed(text)];
  return messageSchema.parse({ v: 1, id: randomId(), event, codes, compartment: of.compartment, items, parts: [] });
}
const actsOf = async ({ id }: Case) =>
  (await office.db.act.findMany({ where: { caseId: id, actor: "reporter" }, orderBy: { seq: "asc" } })).map(
    ({ text }) => JSON.parse(text) as Act,
  );

const ALWAYS = ["conflict.allege", "consent.give", "reporter.message", "retaliation.report", "urgent.flag"];

describe.each(KINDS)("in a %s", (kind) => {
  test("the reporter can write, add evidence, flag danger, report retaliation and allege a conflict in every state but the archive", async () => {
    for (const procedure of statesOf(kind)) {
      const { open } = await readMailbox((await putCase(office, { kind, at: { procedure } })).id);
      if (procedure === "archived") expect(open, procedure).toEqual([]);
      else expect(open, procedure).toEqual(expect.arrayContaining([...ALWAYS, "evidence.add", "reporter.withdraw"]));
    }
  });
});

type Step = [
  event: string,
  kind: "tip" | "grievance" | "complaint",
  at: Partial<Places>,
  codes: object,
  hasText: boolean,
];
const person = () => office.tara;
const STEPS: Step[] = [
  ["reporter.message", "tip", {}, {}, true],
  ["reporter.reply", "tip", { procedure: "awaitingInfo" }, {}, true],
  ["reporter.reply", "grievance", { procedure: "observations" }, {}, true],
  ["evidence.add", "tip", {}, {}, true],
  ["urgent.flag", "tip", {}, {}, false],
  ["urgent.flag", "tip", { urgency: "flagged" }, {}, true],
  ["retaliation.report", "tip", {}, {}, true],
  ["conflict.allege", "tip", {}, { person }, false],
  ["conflict.allege", "tip", {}, {}, true],
  ["reporter.withdraw", "tip", {}, {}, false],
  ["reporter.rescind", "tip", { standing: "withdrawalRequested" }, {}, false],
  ["reporter.rejoin", "tip", { standing: "unlinked" }, {}, false],
  ["consent.give", "complaint", {}, { purpose: "mediation", until: "2030-01-31" }, false],
  ["consent.withdraw", "complaint", {}, { purpose: "mediation" }, false],
  ["review.request", "tip", { procedure: "closed" }, { reason: "facts" }, true],
  ["parallel.concluded", "grievance", { procedure: "suspendedSubJudice" }, {}, true],
  ["comment.received", "complaint", { procedure: "provisionalFindings" }, {}, true],
  ["reporter.acceptSolution", "grievance", { procedure: "solutionPending" }, {}, true],
  ["party.decline", "grievance", { procedure: "solutionPending" }, {}, true],
  ["party.accept", "complaint", { procedure: "goodOfficesOffered" }, {}, true],
  ["goodOffices.end", "complaint", { procedure: "goodOffices" }, {}, true],
  ["followup.record", "grievance", { procedure: "followUp" }, { implementation: "partly" }, true],
];

test("every step that the mailbox takes stands in the list of those that are tried here", () => {
  expect([...new Set(STEPS.map(([event]) => event))].sort()).toEqual([...messageSchema.shape.event.options].sort());
});

test.each(STEPS)(
  "%s of a %s case from %o is written once, however often it is sent",
  async (event, kind, at, plan, hasText) => {
    const codes = "person" in plan ? { person: person() } : plan;
    const { day } = await putCase(office);
    const context = { workOrigin: "preliminaryAssessment", withdrawalDay: day, closedDay: day } as const;
    const of = await putCase(office, { kind, at, context });
    const message = await actOf(of, event, codes, hasText ? "Words that are sealed." : undefined);
    const first = await postMailboxMessage(of.id, message);
    expect(await postMailboxMessage(of.id, message)).toEqual(first);
    const acts = await actsOf(of);
    expect(acts).toHaveLength(1);
    expect(acts[0]).toMatchObject({ event, codes, actor: "reporter" });
    expect(acts[0]?.codes).toEqual(hasText ? codes : { ...codes, token: message.id });
    expect((await readMailbox(of.id)).items).toHaveLength(hasText ? 1 : 0);
  },
);

test("an act without words whose id belongs to another act is refused", async () => {
  const of = await putCase(office);
  const flag = await actOf(of, "urgent.flag");
  await postMailboxMessage(of.id, flag);
  const other = { ...flag, event: "reporter.withdraw" as const };
  await expect(postMailboxMessage(of.id, other)).rejects.toMatchObject({ status: 409 });
  expect(await actsOf(of)).toHaveLength(1);
});

test.each([
  ["a purpose that nobody published", "consent.give", { purpose: "marketing" }, true],
  ["a purpose where none is asked for", "reporter.message", { purpose: "referral" }, true],
  ["no purpose where one is asked for", "consent.withdraw", {}, true],
  ["a day that does not exist", "consent.give", { purpose: "referral", until: "2026-02-30" }, true],
  ["a code that no step knows", "followup.record", { implementation: "not", ground: "MINOR" }, true],
  ["no words with a request for a review", "review.request", { reason: "facts" }, false],
  ["neither a name nor words with an allegation", "conflict.allege", {}, false],
  ["a step of the office", "review.approve", {}, true],
  ["a return that nobody made", "reporter.login", {}, false],
])("%s is refused before anything is read", async (_, event, codes, hasText) => {
  const of = await putCase(office);
  const items = hasText ? [await of.sealed("Words.")] : [];
  const message = { v: 1, id: randomId(), event, codes, compartment: of.compartment, items, parts: [] };
  expect(messageSchema.safeParse(message).success).toBe(false);
});

test("somebody whom the office does not have cannot be accused", async () => {
  const of = await putCase(office);
  const act = await actOf(of, "conflict.allege", { person: randomId() });
  await expect(postMailboxMessage(of.id, act)).rejects.toMatchObject({ status: 422 });
  expect(await actsOf(of)).toEqual([]);
});

test("a step that the case does not have now is refused, and nothing of it is kept", async () => {
  const of = await putCase(office);
  const act = await actOf(of, "reporter.acceptSolution", {}, "Yes.");
  await expect(postMailboxMessage(of.id, act)).rejects.toMatchObject({ status: 422 });
  expect((await readMailbox(of.id)).items).toEqual([]);
});

test("files that come with a message are evidence", async () => {
  const of = await putCase(office);
  const items = [await of.sealed("See the file."), await of.sealed("{}", 1, "file")];
  const message = { ...(await actOf(of, "reporter.message", {}, "")), items };
  await postMailboxMessage(of.id, message);
  const { snapshot } = await office.db.case.findUniqueOrThrow({ where: { id: of.id } });
  expect(JSON.parse(snapshot).value).toMatchObject({ evidence: "collecting", correspondence: "officeOwes" });
});

test("items that leave a gap are sent back to be sealed anew", async () => {
  const of = await putCase(office);
  const message = { ...(await actOf(of, "reporter.message", {}, "")), items: [await of.sealed("Hello.", 1)] };
  await expect(postMailboxMessage(of.id, message)).rejects.toMatchObject({ status: 409 });
});

test("of two acts that were made at once, one is told to read and seal again", async () => {
  const of = await putCase(office);
  const both = await Promise.all([
    actOf(of, "reporter.message", {}, "One."),
    actOf(of, "reporter.message", {}, "Two."),
  ]);
  const results = await Promise.allSettled(both.map((message) => postMailboxMessage(of.id, message)));
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { status: 409 } });
});

test("what was agreed to can be taken back, and is no longer listed then", async () => {
  const of = await putCase(office, { kind: "complaint" });
  const until = addDays(of.day, 30);
  await postMailboxMessage(of.id, await actOf(of, "consent.give", { purpose: "exporter", until }));
  expect(await readMailbox(of.id)).toMatchObject({ consents: [{ purpose: "exporter", until }] });
  expect((await readMailbox(of.id)).open).toContain("consent.withdraw");
  await postMailboxMessage(of.id, await actOf(of, "consent.withdraw", { purpose: "exporter" }));
  expect(await readMailbox(of.id)).toMatchObject({ consents: [], takenBack: ["exporter"] });
  await postMailboxMessage(of.id, await actOf(of, "consent.give", { purpose: "exporter" }));
  expect(await readMailbox(of.id)).toMatchObject({ consents: [{ purpose: "exporter" }], takenBack: [] });
});

test("what was ticked in the sealed form can be taken back too, though the server never knew of it", async () => {
  const of = await putCase(office, { kind: "tip" });
  const day = of.day;
  const report = { id: "r", day, from: "you" as const, state: "report" as const, consents: ["research", "referral"] };
  const shown = async () => {
    const { consents, takenBack, open } = await readMailbox(of.id);
    const answer = withConsentsOfReport({ consents, takenBack, open } as MailboxAnswer, [report]);
    return { agreed: answer.consents.map(({ purpose }) => purpose), can: answer.open.includes("consent.withdraw") };
  };
  expect(await shown()).toEqual({ agreed: ["research", "referral"], can: true });
  await postMailboxMessage(of.id, await actOf(of, "consent.give", { purpose: "referral" }));
  expect(await shown()).toEqual({ agreed: ["referral", "research"], can: true });
  await postMailboxMessage(of.id, await actOf(of, "consent.withdraw", { purpose: "research" }));
  expect(await shown()).toEqual({ agreed: ["referral"], can: true });
  await postMailboxMessage(of.id, await actOf(of, "consent.withdraw", { purpose: "referral" }));
  expect(await shown()).toEqual({ agreed: [], can: false });
});
