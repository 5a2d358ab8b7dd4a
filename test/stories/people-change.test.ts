import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actDigest, actText, signAct } from "~crypto/acts";
import { canonicalJson, type JsonValue } from "~crypto/canonical";
import { generateKeyPair } from "~crypto/keys";
import { deriveStaffSecrets, lockPrivateKey, PASSPHRASE_KDF } from "~crypto/lock";
import { wrapKey } from "~crypto/wraps";
import { sendAct, writeAct } from "../../prisma/seed/acts";
import { signIn } from "../../prisma/seed/people";
import { type SentReport, sealReport, sendReport } from "../../prisma/seed/report";
import { verifyExport } from "../../verify/verify-export";
import { requireSoundExport } from "../verify/support";
import {
  certifyLine,
  dismiss,
  lineOf,
  moveWraps,
  offerKey,
  rotate,
  sendEnding,
  writeEnding,
} from "./support/people-change";
import { OPENED, TEAM } from "./support/steps";
import { openWorld, refusedBy, type World } from "./support/world";

let world: World;
let report: SentReport;
beforeAll(async () => {
  world = await openWorld();
  report = await world.report({ kind: "tip", answers: { summary: "A crate without papers." } });
  await world.play(report, [...OPENED("tara"), ...TEAM]);
});
afterAll(() => world?.stop());

/** What the second verifier, in Python with gpg, says of an export. */
function checkedByPython(exported: unknown) {
  const folder = mkdtempSync(join(tmpdir(), "ombra-export-"));
  const file = join(folder, "case.json");
  writeFileSync(file, canonicalJson(exported as JsonValue));
  const run = spawnSync("python3", ["test/interop/verify-chain.py", file], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return { code: run.status, said: run.stdout };
}

const NOTE = { event: "case.note", note: "Seen." };
const stateOf = (name: string) =>
  world.rows<{ state: string }>("SELECT state FROM Person WHERE id = ?", world.who(name).id)[0]?.state;

test("nobody is taken out of the office by a word that the office key did not sign, about another line or of another day", async () => {
  const vera = world.who("vera");
  const tara = world.who("tara");
  const attempt = async (body: unknown, by?: string) => sendEnding(world, vera, body, by);
  const good = await writeEnding(world, vera, "left");
  await expect(attempt(good, "tara")).rejects.toMatchObject({ status: 403 });
  const forged = await writeEnding(world, vera, "left", { signedBy: tara.keys.privateKey });
  const late = await writeEnding(world, vera, "left", { day: "2026-01-01" });
  const others = await writeEnding(world, tara, "left");
  for (const body of [forged, late, others, { ...good, revokedKey: null }, { ...good, ending: `${good.ending} ` }]) {
    await expect(attempt(body)).rejects.toMatchObject({ status: 400 });
  }
  const unknown = { ...vera, id: "0".repeat(32) };
  await expect(sendEnding(world, unknown, good)).rejects.toMatchObject({ status: 404 });
  expect(stateOf("vera")).toBe("active");
});

test("nobody leaves by their own hand, and the last of a role that the office needs stays", async () => {
  const ada = world.who("ada");
  const own = await writeEnding(world, ada, "left");
  await expect(sendEnding(world, ada, own)).rejects.toMatchObject({ status: 409, ...refusedBy("notYourself") });
  const roles = { ...(await writeEnding(world, ada, "rolesChanged")) };
  const next = await certifyLine(world, ada, { ...ada.keys, ...lineOf(world, ada) }, ["intake"]);
  await expect(sendEnding(world, ada, { ...roles, next })).rejects.toMatchObject(refusedBy("lastAdministrator"));
});

test("a person who left does nothing any more, and their case goes on without them under new keys", async () => {
  const tom = world.who("tom");
  // Written before Tom left; it arrives after it.
  const inFlight = await writeAct(world.office, tom, report.case, NOTE);
  const oldCertification = { ...lineOf(world, tom), entrySignature: "" };
  const [stored] = world.rows<{ entrySignature: string }>("SELECT entrySignature FROM Person WHERE id = ?", tom.id);
  const { cases } = await dismiss(world, "tom");
  expect(cases).toBe(1);
  await expect(sendAct(tom, inFlight)).rejects.toMatchObject({ status: 401 });
  await expect(signIn(tom)).rejects.toMatchObject({ status: 401 });
  expect(world.rows("SELECT tokenHash FROM Session WHERE personId = ?", tom.id)).toEqual([]);
  expect(world.rows("SELECT id FROM Wrap WHERE personId = ?", tom.id)).toEqual([]);
  expect(world.rows("SELECT caseId FROM Access WHERE personId = ?", tom.id)).toEqual([]);
  expect(world.rows("SELECT lockedKey, recoveryKey FROM Person WHERE id = ?", tom.id)).toEqual([
    { lockedKey: "", recoveryKey: "" },
  ]);
  const office = await tom.client.call<{ directory: { person: string }[] }>("GET", "/api/v1/office");
  expect(office.directory.map(({ person }) => person)).not.toContain(tom.id);
  const file = await world.file("tara", report);
  expect(file.snapshot.value.keys).toBe("rewrapPending");
  expect(file.compartments.filter(({ type }) => type !== "identity").every(({ stale }) => stale)).toBe(true);
  const again = { publicKey: oldCertification.publicKey, entry: oldCertification.entry, ...stored };
  const path = `/api/v1/team/${tom.id}/certification`;
  await expect(world.who("ada").client.call("POST", path, again)).rejects.toMatchObject({
    status: 409,
    ...refusedBy("hasLeft"),
  });
  await expect(dismiss(world, "tom")).rejects.toMatchObject({ status: 409, ...refusedBy("hasLeft") });
  await world.act("tara", report, { event: "key.rewrapped" });
  expect((await world.file("tara", report)).snapshot.value.keys).toBe("current");
});

test("what somebody signed before they left verifies; an act of theirs that bears a later day does not", async () => {
  const [tara, viktor, vera] = [world.who("tara"), world.who("viktor"), world.who("vera")];
  await world.act("viktor", report, NOTE);
  const plan = { event: "access.grant", codes: { role: "reviewer" }, grant: vera };
  const granting = await writeAct(world.office, tara, report.case, plan);
  expect(await dismiss(world, "viktor")).toEqual({ cases: 1 });
  const exported = await requireSoundExport(tara, report.case);
  expect(checkedByPython(exported)).toMatchObject({ code: 0 });
  const last = exported.acts.findLast(({ text }) => JSON.parse(text).actor === viktor.id);
  expect(last).toBeDefined();
  const { day: _, ...act } = JSON.parse(last?.text ?? "{}");
  const tomorrow = new Date(Date.parse(`${world.day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const final = JSON.parse(exported.acts.at(-1)?.text ?? "{}");
  const forged = {
    ...act,
    day: tomorrow,
    seq: final.seq + 1,
    prevAct: await actDigest(final),
    itemDigests: [],
    event: "case.note",
  };
  const signature = await signAct(forged, viktor.keys.privateKey, new Date(`${tomorrow}T00:00:00Z`));
  const bent = {
    ...exported,
    exportedDay: tomorrow,
    acts: [...exported.acts, { text: actText(forged), signature, digest: await actDigest(forged) }],
  };
  const verdict = await verifyExport(new TextEncoder().encode(JSON.stringify(bent)));
  expect(verdict.verdict).toBe("broken");
  expect(JSON.stringify(verdict)).toContain("ended its word for Viktor Reviewer");
  const second = checkedByPython(bent);
  expect(second).toMatchObject({ code: 1, said: expect.stringContaining("ended its word for Viktor Reviewer") });
  // Without the office's word that it ended, the same act would pass: the end itself is what both look at.
  const forgotten = exported.directory.map((line) => ({ ...line, end: line.end && { ...line.end, text: "{}" } }));
  const unsigned = { ...exported, directory: forgotten };
  expect(checkedByPython(unsigned)).toMatchObject({ code: 1 });
  expect((await verifyExport(new TextEncoder().encode(JSON.stringify(unsigned)))).verdict).toBe("broken");
  // Somebody who leaves is put on no case by an act that was on its way.
  await dismiss(world, "vera");
  await expect(sendAct(tara, granting)).rejects.toMatchObject({ status: 409 });
  const current = await writeAct(world.office, tara, report.case, { ...plan, codes: { role: "reviewer" } });
  await expect(sendAct(tara, current)).rejects.toMatchObject({ status: 422 });
});

test("of two administrators who take out the same person at once, one is told", async () => {
  const ivan = world.who("ivan");
  const body = await writeEnding(world, ivan, "left");
  const answers = await Promise.allSettled([1, 2, 3].map(() => sendEnding(world, ivan, body)));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(world.rows("SELECT id FROM FormerLine WHERE personId = ?", ivan.id)).toHaveLength(1);
});

test("whoever alone can open a case goes only when somebody says that it has to be", async () => {
  await world.report({ kind: "tip", answers: { summary: "For one only." } }, ["otto"]);
  const otto = world.who("otto");
  await expect(dismiss(world, "otto", "compromised")).rejects.toMatchObject(refusedBy("onlyReader"));
  expect(stateOf("otto")).toBe("active");
  const body = await writeEnding(world, otto, "compromised", { evenIfLost: true });
  // A page that was loaded before: nobody could open what it seals, so the exporter is asked to send it again.
  const stale = await sealReport(world.office, { kind: "grievance", answers: {} }, [otto]);
  await sendEnding(world, otto, body);
  await expect(sendReport(world.office, stale)).rejects.toMatchObject({ status: 400, ...refusedBy("unknownKey") });
});

test("with other roles a person goes on at once, the old line cannot come back, and their acts in the old role stay valid", async () => {
  const ines = world.who("ines");
  const before = lineOf(world, ines);
  const line = (roles: ("investigator" | "reviewer")[]) => certifyLine(world, ines, { ...ines.keys, ...before }, roles);
  const first = { ...(await writeEnding(world, ines, "rolesChanged")), next: await line(["investigator", "reviewer"]) };
  await sendEnding(world, ines, first);
  await expect(sendEnding(world, ines, first)).rejects.toMatchObject({ status: 400 });
  const replay = { ...(await writeEnding(world, ines, "rolesChanged")), next: await line(["investigator"]) };
  await expect(sendEnding(world, ines, replay)).rejects.toMatchObject({ status: 400, ...refusedBy("badEnding") });
  const office = await ines.client.call<{ directory: { person: string; roles: string[] }[] }>("GET", "/api/v1/office");
  expect(office.directory.find(({ person }) => person === ines.id)?.roles).toEqual(["investigator", "reviewer"]);
  await requireSoundExport(world.who("tara"), report.case);
});

test("a new key is offered under the present one's signature, certified, and the case keys move to it", async () => {
  const tara = world.who("tara");
  const stranger = await generateKeyPair({ name: "Nobody", now: world.office.now() });
  const { body } = await offerKey(world, tara);
  const forged = { ...body, fingerprint: stranger.fingerprint, publicKey: stranger.publicKey };
  await expect(tara.client.call("POST", "/api/v1/account/next-key", forged)).rejects.toMatchObject(
    refusedBy("badSignature"),
  );
  const written = await writeAct(world.office, tara, report.case, NOTE);
  const stale = await sealReport(world.office, { kind: "tip", answers: {} }, [tara]);
  const old = await rotate(world, "tara");
  await expect(sendAct(tara, written)).rejects.toMatchObject({ status: 400, ...refusedBy("badSignature") });
  // Sealed to the key that she left a moment ago: she still opens it.
  const late = await sendReport(world.office, stale);
  const wrongly = world.rows<{ id: string }>("SELECT id FROM Wrap WHERE personId = ?", tara.id)[0]?.id;
  const sealed = await wrapKey({ privateKey: old.privateKey, recipient: old.publicKey, now: world.office.now() });
  await expect(
    tara.client.call("POST", "/api/v1/account/wraps", { wraps: [{ id: wrongly, sealed }] }),
  ).rejects.toMatchObject(refusedBy("notSealed"));
  expect(await moveWraps(world.office, tara, old)).toBeGreaterThan(0);
  expect(await moveWraps(world.office, tara, old)).toBe(0);
  await world.act("tara", report, NOTE);
  await world.act("tara", late, { event: "conflict.declareNone" });
  await requireSoundExport(tara, report.case);
  const { former = [] } = (await world.box(report)) as { former?: { person: string }[] };
  expect(former.map(({ person }) => person)).toContain(tara.id);
});

test("a key that may be in the wrong hands takes no report any more, though its holder is still here", async () => {
  const tara = world.who("tara");
  const stale = await sealReport(world.office, { kind: "tip", answers: {} }, [tara]);
  await rotate(world, "tara", "compromised");
  await expect(sendReport(world.office, stale)).rejects.toMatchObject({ status: 400, ...refusedBy("unknownKey") });
});

test("a passphrase changes with every key that is locked by it, or not at all; other sessions end", async () => {
  const tara = world.who("tara");
  const { salt: oldSalt } = await tara.client.call<{ salt: string }>("GET", "/api/v1/sign-in?name=tara");
  const before = await deriveStaffSecrets(tara.passphrase, oldSalt);
  const salt = "5".repeat(32);
  const after = await deriveStaffSecrets("another passphrase for stories", salt);
  const { privateKey, fingerprint } = tara.keys;
  const locked = await lockPrivateKey({ privateKey, lockKey: after.lockKey, fingerprint });
  const prints = world.rows<{ fingerprint: string }>(
    "SELECT fingerprint FROM FormerLine WHERE personId = ? AND lockedKey IS NOT NULL",
    tara.id,
  );
  const others = prints.map((one) => ({ ...one, lockedKey: locked }));
  expect(others).toHaveLength(2);
  const body = {
    oldSignIn: before.signIn,
    signIn: after.signIn,
    salt,
    kdf: PASSPHRASE_KDF,
    lockedKey: locked,
    others,
  };
  const change = (changed: object) => tara.client.call("POST", "/api/v1/account/passphrase", { ...body, ...changed });
  await expect(change({ oldSignIn: after.signIn })).rejects.toMatchObject(refusedBy("wrongPassphrase"));
  await expect(change({ others: [] })).rejects.toMatchObject({ status: 409 });
  const here = tara.client.cookie;
  await signIn(tara);
  const elsewhere = tara.client.cookie;
  tara.client.cookie = here;
  await change({});
  await tara.client.call("GET", "/api/v1/cases");
  tara.client.cookie = elsewhere;
  await expect(tara.client.call("GET", "/api/v1/cases")).rejects.toMatchObject({ status: 401 });
  await expect(signIn(tara)).rejects.toMatchObject({ status: 401 });
  tara.passphrase = "another passphrase for stories";
  await signIn(tara);
});
