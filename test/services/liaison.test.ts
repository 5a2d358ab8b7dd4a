import { afterAll, beforeAll, expect, test } from "vitest";
import { openFile } from "../faults/support/rows";
import { REASONS, STANDARDS } from "../support/office";
import { requireSoundExport } from "../verify/support";
import {
  ANSWERED,
  ASKED,
  type AuthorityCase,
  CONSENT,
  openAuthorityCase,
  PACKAGE,
  refused,
} from "./support/authority-case";

let here: AuthorityCase;
beforeAll(async () => {
  here = await openAuthorityCase();
});
afterAll(() => here?.server.stop());

const id = (name: string) => here.who(name).id;

test("an authority's contact sees nothing of a case in which nothing was put to them", async () => {
  expect((await here.queue("lena")).rows).toEqual([]);
  await expect(here.read("lena")).rejects.toMatchObject(refused(404));
  expect(await here.elsewhere("lena")).toEqual([404, 404, 404]);
  expect(await here.elsewhere("tara")).toEqual([200, 200, 200]);
});

test("nothing is put to an authority without consent, without a text that was sealed for it, or to anybody but its contact", async () => {
  const grant = here.who("lena");
  await expect(here.act("ines", { ...PACKAGE, grant })).rejects.toMatchObject(refused(422, "noConsent"));
  await here.act("ines", CONSENT);
  const toReviewer = { ...PACKAGE, grant: here.who("viktor") };
  await expect(here.act("ines", toReviewer)).rejects.toMatchObject(refused(422, "unknownPerson"));
  const inNote = { event: "package.send", note: ASKED, grant };
  await expect(here.act("ines", inNote)).rejects.toMatchObject(refused(422, "noPackage"));
  const unattested = { ...PACKAGE, grant, codes: { attest: [] } };
  await expect(here.act("ines", unattested)).rejects.toMatchObject(refused(422, "noAttestation"));
});

test("what is put to the authority opens with its contact's own key, and everybody on the case reads along", async () => {
  await here.act("ines", { ...PACKAGE, grant: here.who("lena") });
  const sent = { kind: "package", type: "respondent", author: id("ines"), body: { text: ASKED } };
  expect(await here.readable("lena")).toEqual([sent]);
  for (const name of ["tara", "tom", "viktor", "olga"]) expect(await here.readable(name)).toContainEqual(sent);
});

test("of all the rest the contact gets nothing, not even a name, a count or a date of the office", async () => {
  const file = await here.read("lena");
  expect(file).toMatchObject({ scope: "respondent", tier: null, urgent: false, members: [], milestones: [], dues: [] });
  expect(file.compartments.map(({ type, holders }) => [type, holders])).toEqual([["respondent", [id("lena")]]]);
  expect(file.acts.map(({ event }) => event)).toEqual(["package.send"]);
  expect(Object.keys(file.snapshot.value)).toEqual(["procedure"]);
  const told = JSON.stringify(file);
  for (const name of ["tara", "tom", "olga", "viktor"]) expect(told).not.toContain(id(name));
  const others = (await here.read("tara")).compartments.filter(({ type }) => type !== "respondent");
  expect(others.filter((one) => told.includes(one.id) || told.includes(one.publicKey))).toEqual([]);
  expect(await here.elsewhere("lena")).toEqual([404, 404, 404]);
  const [row] = (await here.queue("lena")).rows;
  expect(row).toMatchObject({ case: here.caseId, tier: null, urgent: false, unread: 1, dueDay: null, duty: null });
});

function noticesOf(name: string): number {
  const file = openFile(here.server.dataFolder, { readOnly: true });
  try {
    return Number(file.prepare("SELECT count(*) AS n FROM Notice WHERE personId = ?").get(id(name))?.n);
  } finally {
    file.close();
  }
}

test("the contact is told when something is put to them or an answer is due, and of nothing else that happens", async () => {
  expect(noticesOf("lena")).toBe(1);
  await here.act("ines", { event: "case.note", note: "The reporter called twice." });
  await here.act("tara", { event: "office.message", message: "We have asked the authority." });
  expect(noticesOf("lena")).toBe(1);
  expect(await here.act("ines", { event: "agency.requestReply" })).toMatchObject({ state: "agencyReply" });
  expect(noticesOf("lena")).toBe(2);
  const { dues, open, blocked } = await here.read("lena");
  expect(dues.map(({ duty }) => duty)).toEqual(["agencyReply"]);
  expect(open.find(({ event }) => event === "agency.reply")).toMatchObject({ role: "liaison", needs: ["answer"] });
  expect(blocked.filter(({ whoCould }) => !whoCould.includes("liaison"))).toEqual([]);
  const [row] = (await here.queue("lena")).rows;
  expect(row).toMatchObject({ duty: "agencyReply", dueDay: dues[0]?.day, unread: 1 });
});

test("an answer without a sealed text is none; the contact's own answer takes the case on, signed with their name", async () => {
  const empty = { event: "agency.reply", role: "liaison" } as const;
  await expect(here.act("lena", empty)).rejects.toMatchObject(refused(422, "noMessage"));
  expect(await here.act("lena", { event: "agency.reply", answer: ANSWERED })).toMatchObject({ state: "observations" });
  const answer = { kind: "answer", type: "respondent", author: id("lena"), body: { text: ANSWERED } };
  for (const name of ["lena", "ines", "tara"]) expect(await here.readable(name)).toContainEqual(answer);
  const last = (await here.read("tara")).acts.at(-1);
  expect(last).toMatchObject({ event: "agency.reply", actor: id("lena"), role: "liaison" });
});

test("whoever is shown only the authority's part has no other voice in the case, whatever roles they hold", async () => {
  await here.act("ines", { ...PACKAGE, package: "A second question.", grant: here.who("mira") });
  const { open, items } = await here.read("mira");
  expect([...new Set(open.map(({ role }) => role))]).toEqual(["liaison"]);
  expect(items.map(({ kind }) => kind)).toEqual(["package", "answer", "package"]);
  for (const role of ["ombudsperson", "intake"] as const) {
    const declared = here.act("mira", { event: "conflict.declareNone", role });
    await expect(declared).rejects.toMatchObject(refused(422, "notYourRole"));
  }
  expect(await here.elsewhere("mira")).toEqual([404, 404, 404]);
  await here.act("mira", { event: "conflict.declareNone", role: "liaison" });
});

test("an outsider who is let in gets all of the case, and stays on it when a package names them", async () => {
  await here.act("tara", { event: "access.grant", codes: { role: "ombudsperson" }, grant: here.who("mira") });
  expect((await here.read("mira")).scope).toBe("case");
  expect((await here.readable("mira")).map(({ kind }) => kind)).toContain("report");
  await here.act("ines", { ...PACKAGE, package: "Once more.", grant: here.who("mira") });
  const { scope, open } = await here.read("mira");
  expect([scope, open.some(({ role }) => role === "liaison")]).toEqual(["case", false]);
});

test("reasons of a contact are their own answer, since they have no part in the deliberation", async () => {
  const codes = { for: "interim.recommend", ...STANDARDS };
  await here.act("ines", { event: "act.propose", codes, rationale: REASONS });
  await here.act("olga", { event: "interim.recommend", codes: STANDARDS, rationale: REASONS });
  await here.act("lena", { event: "authority.suspend", answer: "Deliveries rest." });
  const lift = { event: "interim.lift", codes: STANDARDS };
  await expect(here.act("lena", lift)).rejects.toMatchObject(refused(422, "noMessage"));
  await here.act("lena", { ...lift, answer: "The check found nothing; deliveries go on." });
  expect((await here.read("tara")).snapshot.value.interim).toBe("none");
});

test("anybody can check the case from its export, with the packages and the answers in the chain", async () => {
  await requireSoundExport(here.who("tara"), here.caseId);
});
