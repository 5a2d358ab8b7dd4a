import { afterAll, beforeAll, expect, test } from "vitest";
import { generateKeyPair } from "~crypto/keys";
import { addWorkingDays } from "~workflows";
import { type SentReport, sealReport, sendReport } from "../../prisma/seed/report";
import { requireSoundExport } from "../verify/support";
import { dismiss, moveWraps, rotate } from "./support/people-change";
import { ASKED_AUTHORITY, GRANTED, INQUIRY, OPENED, PROPOSED, REASONED } from "./support/steps";
import { type CaseFile, openWorld, refusedBy, type World } from "./support/world";

let world: World;
let report: SentReport;
let before: CaseFile;
beforeAll(async () => {
  world = await openWorld();
  const files = [{ name: "mail.eml", type: "message/rfc822", bytes: new Uint8Array(40_000).fill(7) }];
  report = await world.report({ kind: "grievance", answers: { summary: "Our file was leaked." }, files });
  await world.play(report, [...OPENED("tara"), ...INQUIRY("tara", "grievance"), ...ASKED_AUTHORITY]);
  before = await world.file("tara", report);
});
afterAll(() => world?.stop());

const newest = (file: CaseFile, type: string) => file.compartments.filter((one) => one.type === type).at(-1);

test("a conflict that the exporter alleges is decided by two people, and neither is the person alleged", async () => {
  const person = world.who("ines").id;
  await world.write(report, "conflict.allege", "She worked at that authority.", { person });
  await world.play(report, [PROPOSED("ines", "conflict.dismiss")]);
  await expect(world.play(report, [REASONED("olga", "conflict.dismiss")])).rejects.toMatchObject(
    refusedBy("notAllegedPerson"),
  );
  await world.play(report, [PROPOSED("viktor", "conflict.uphold")]);
  await expect(world.act("viktor", report, { event: "conflict.uphold" })).rejects.toMatchObject(
    refusedBy("samePerson"),
  );
  await world.play(report, [{ by: "olga", event: "conflict.uphold" }]);
  await expect(world.file("ines", report)).rejects.toMatchObject({ status: 404 });
  expect((await world.queue("ines")).rows).toEqual([]);
});

test("new keys are due within days, the recused person gets none, and the old evidence is the same to the byte", async () => {
  const { dues, at } = await world.remembered("tara", report);
  expect([at.keys, dues.rewrap]).toEqual(["rewrapPending", addWorkingDays(world.day, 10)]);
  await world.act("tara", report, { event: "key.rewrapped" });
  const after = await world.file("tara", report);
  expect(after.snapshot.value.keys).toBe("current");
  for (const type of ["correspondence", "deliberation"]) {
    expect(newest(after, type)?.epoch).toBe(2);
    expect(newest(after, type)?.holders).not.toContain(world.who("ines").id);
  }
  expect(world.rows("SELECT id FROM Wrap WHERE personId = ?", world.who("ines").id)).toEqual([]);
  const digests = (file: CaseFile) => file.items.slice(0, before.items.length).map(({ digest }) => digest);
  expect(digests(after)).toEqual(digests(before));
});

test("the exporter reads what is written under the new key, and another investigator takes over", async () => {
  await world.act("tara", report, { event: "office.message", message: "Somebody else has your case now." });
  expect(await (await world.box(report)).bodies()).toContainEqual({ text: "Somebody else has your case now." });
  await world.write(report, "reporter.message", "Thank you.");
  await world.play(report, GRANTED("tara", "ivan", "investigator"));
  await world.act("olga", report, { event: "key.rotate" });
  await world.act("olga", report, { event: "key.rewrapped" });
  expect(newest(await world.file("ivan", report), "correspondence")).toMatchObject({ epoch: 3, stale: false });
  expect(await (await world.box(report)).bodies()).toContainEqual({ text: "Somebody else has your case now." });
});

test("a report sealed to a key that nobody certified is refused, and nothing of it is stored", async () => {
  const count = () => world.rows<{ n: number }>('SELECT COUNT(*) AS n FROM "Case"')[0]?.n;
  const cached = { ...world.who("tara"), keys: await generateKeyPair({ name: "Tara", now: world.office.now() }) };
  const stale = await sealReport(world.office, { kind: "grievance", answers: {} }, [cached]);
  const cases = count();
  await expect(sendReport(world.office, stale)).rejects.toMatchObject({ status: 400, ...refusedBy("notSealed") });
  expect(count()).toBe(cases);
});

test("two people alleged at once are answered one by one, and nobody in place of the other", async () => {
  const other = await world.report({ kind: "grievance", answers: { summary: "Two of you know them." } });
  await world.play(other, [...OPENED("tara"), ...INQUIRY("tara", "grievance")]);
  const [first, second] = [world.who("ines").id, world.who("viktor").id];
  await world.write(other, "conflict.allege", "The one who inquires worked there.", { person: first });
  await world.write(other, "conflict.allege", "So did the one who reviews.", { person: second });
  const proposed = (by: string, event: string, allegation: string) =>
    REASONED(by, "act.propose", { for: event, allegation });
  await world.play(other, [proposed("tara", "conflict.uphold", "1")]);
  await expect(world.play(other, [{ by: "olga", event: "conflict.uphold" }])).rejects.toMatchObject(
    refusedBy("noAllegation"),
  );
  const uphold = (allegation: string) => ({ by: "olga", event: "conflict.uphold", codes: { allegation } });
  await expect(world.play(other, [uphold("2")])).rejects.toMatchObject(refusedBy("noProposal"));
  await world.play(other, [uphold("1")]);
  const { snapshot } = await world.file("olga", other);
  expect(snapshot.value.conflict).toBe("inReview");
  expect([snapshot.context.recused, snapshot.context.allegations]).toMatchObject([
    [first],
    [{ id: "2", person: second }],
  ]);
  await world.play(other, [
    proposed("tara", "conflict.dismiss", "2"),
    REASONED("olga", "conflict.dismiss", { allegation: "2" }),
  ]);
  expect((await world.file("viktor", other)).snapshot.value.conflict).toBe("clear");
  await requireSoundExport(world.who("tara"), other.case);
});

test("a report that nobody can open is answered with a request to send it again, and that is no wait without end", async () => {
  const other = await world.report({ kind: "grievance", answers: {} });
  await world.act("tara", other, { event: "conflict.declareNone" });
  const asked = { event: "case.reportUndecryptable", message: "We cannot open it. Check the key and send it again." };
  expect(await world.act("tara", other, asked)).toMatchObject({ state: "awaitingInfo" });
  expect((await world.file("tara", other)).snapshot.value.statutoryClock).toBe("feedbackDue");
  expect(await world.write(other, "reporter.reply", "Here it is again.")).toMatchObject({
    state: "preliminaryAssessment",
  });
});

test("a new key in the middle of a case: the case keys move, the evidence stays the same to the byte, nothing is left behind", async () => {
  const ivan = world.who("ivan");
  const evidence = (await world.file("tara", report)).items.map(({ digest }) => digest);
  const old = await rotate(world, "ivan");
  expect(await moveWraps(world.office, ivan, old)).toBe(
    world.rows("SELECT id FROM Wrap WHERE personId = ?", ivan.id).length,
  );
  // Opened with the new key alone, and signed with it.
  await world.act("ivan", report, { event: "office.message", message: "I go on with your case." });
  expect(await (await world.box(report)).bodies()).toContainEqual({ text: "I go on with your case." });
  const after = (await world.file("tara", report)).items.map(({ digest }) => digest);
  expect(after).toEqual(expect.arrayContaining(evidence));
});

test("the exporter's page still seals to the key of somebody who left: it is told to load the keys again, and that report arrives", async () => {
  const story = { kind: "grievance" as const, answers: { summary: "They still have our file." } };
  const [tara, tom] = [world.who("tara"), world.who("tom")];
  const cached = await sealReport(world.office, story, [tara, tom]);
  const before = (await world.file("tara", report)).items.map(({ digest }) => digest);
  await dismiss(world, "tom", "compromised");
  await expect(sendReport(world.office, cached)).rejects.toMatchObject({ status: 400, ...refusedBy("unknownKey") });
  const again = await sendReport(world.office, await sealReport(world.office, story, [tara]));
  expect((await world.file("tara", again)).state).toBe("received");
  expect((await world.file("tara", report)).items.map(({ digest }) => digest)).toEqual(before);
});

test("the chain holds from end to end, before and after every change of keys and people", async () => {
  for (const name of ["tara", "ivan"]) await requireSoundExport(world.who(name), report.case);
});
