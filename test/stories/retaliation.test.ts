import { afterAll, beforeAll, expect, test } from "vitest";
import { addMonths, addWorkingDays } from "~workflows";
import type { SentReport } from "../../prisma/seed/report";
import { requireSoundExport } from "../verify/support";
import { dayAfter } from "./support/clock";
import { CLOSED_AS, GRANTED, INQUIRY, OPENED, PROPOSED, REASONED } from "./support/steps";
import { openWorld, refusedBy, type World } from "./support/world";

let world: World;
let report: SentReport;
const SAFE = { by: "viktor", event: "text.attestSafe", note: "The invitation names no date, no place and no team." };
beforeAll(async () => {
  world = await openWorld();
  report = await world.report({ kind: "tip", answers: { summary: "They shipped it under a false paper." } });
  await world.play(report, [...OPENED("tara"), ...INQUIRY("tara"), SAFE]);
});
afterAll(() => world?.stop());

test("a report of retaliation raises the tier at once and gives the ombudsperson three working days", async () => {
  expect((await world.remembered("ines", report)).tier).toBe("T3");
  await world.write(report, "retaliation.report", "I am suspended. Two people could have known.");
  const { tier, dues, at } = await world.remembered("ines", report);
  expect([tier, at.protection]).toEqual(["T2", "incidentOpen"]);
  expect(dues.protectionIncident).toBe(addWorkingDays(world.day, 3));
  expect(await world.box(report)).toMatchObject({ isProtected: true });
});

test("a text that was cleared before is not cleared any more", async () => {
  await expect(world.act("ines", report, { event: "comment.invite" })).rejects.toMatchObject(
    refusedBy("notIdentitySafe"),
  );
  await world.play(report, [SAFE]);
  expect(await world.act("ines", report, { event: "comment.invite" })).toMatchObject({ state: "fairComment" });
  await world.play(report, [{ by: "ines", event: "comment.received", note: "The person denies it." }]);
});

test("the ombudsperson narrows who can read: not below two, not in silence, and whoever was taken off reads nothing that follows", async () => {
  const who = (...names: string[]) => names.map((name) => world.who(name).id);
  const off = (...names: string[]) => REASONED("olga", "access.narrow", { people: who(...names) });
  await expect(world.play(report, [off("ines")])).rejects.toMatchObject(refusedBy("removesNext"));
  await expect(world.play(report, [off("tara", "tom", "ines", "viktor")])).rejects.toMatchObject(
    refusedBy("tooFewReaders"),
  );
  await expect(world.play(report, [off("olga")])).rejects.toMatchObject(refusedBy("samePerson"));
  await expect(world.play(report, [off("ivan")])).rejects.toMatchObject(refusedBy("unknownPerson"));

  const attest = ["REMOVES_NEXT"];
  await world.play(report, [REASONED("olga", "access.narrow", { people: who("viktor"), attest })]);
  await expect(world.file("viktor", report)).rejects.toMatchObject({ status: 404 });
  expect(world.rows("SELECT id FROM Wrap WHERE personId = ?", world.who("viktor").id)).toEqual([]);
  expect((await world.remembered("tara", report)).at.keys).toBe("rewrapPending");
  await world.act("olga", report, { event: "office.message", message: "Fewer people can read your case now." });
  expect(await (await world.box(report)).bodies()).toContainEqual({ text: "Fewer people can read your case now." });
  await world.act("tara", report, { event: "key.rewrapped" });

  // It is no recusal: when it is safe again, they are let in.
  await world.play(report, GRANTED("olga", "viktor", "reviewer").slice(0, 1));
  expect((await world.file("viktor", report)).snapshot.context.recused).not.toContain(world.who("viktor").id);
});

test("the case does not close while the incident is open, and one person cannot close the incident", async () => {
  await expect(world.play(report, CLOSED_AS("MINOR", "ines"))).rejects.toMatchObject(refusedBy("incidentOpen"));
  await world.play(report, [REASONED("viktor", "review.return"), PROPOSED("olga", "incident.close")]);
  await expect(world.play(report, [REASONED("olga", "incident.close")])).rejects.toMatchObject(refusedBy("samePerson"));
  await world.play(report, [PROPOSED("ines", "incident.close"), REASONED("olga", "incident.close")]);
  expect((await world.file("ines", report)).snapshot.value.protection).toBe("monitoring");
  expect(await world.play(report, CLOSED_AS("MINOR", "ines"))).toBe("closed");
});

test("somebody looks after the reporter one, three, six and twelve months later, although the case is closed", async () => {
  const { day } = world;
  await world.travelTo(dayAfter(addMonths(day, 12)));
  const checkins = world.acts(report).filter(({ event }) => event === "checkin.due");
  expect(checkins.map(({ codes }) => codes.due)).toEqual([1, 3, 6, 12].map((months) => addMonths(day, months)));
  await requireSoundExport(world.who("tara"), report.case);
});
