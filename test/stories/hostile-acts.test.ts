import { afterAll, beforeAll, expect, test } from "vitest";
import { signAct } from "~crypto/acts";
import { readPrivateKey, revokeKey } from "~crypto/openpgp";
import { addDays } from "~workflows";
import { type PlannedAct, sendAct, type WrittenAct, writeAct } from "../../prisma/seed/acts";
import type { SentReport } from "../../prisma/seed/report";
import { countRows, openFile } from "../faults/support/rows";
import { requireSoundExport } from "../verify/support";
import { OPENED, PROPOSED, REASONED, REASONS, STANDARDS, TEAM } from "./support/steps";
import { openWorld, refusedBy, type World } from "./support/world";

let world: World;
let report: SentReport;
beforeAll(async () => {
  world = await openWorld();
  report = await world.report({ kind: "grievance", answers: { summary: "No answer." } });
  await world.play(report, [...OPENED("tara"), ...TEAM]);
});
afterAll(() => world?.stop());

type Bend = (written: WrittenAct) => Partial<WrittenAct>;

/** Writes an act as somebody's own desk would, bends it, signs it anew with the same person's key, and sends it. */
async function sendBent(name: string, plan: PlannedAct, bend: Bend) {
  const me = world.who(name);
  const written = await writeAct(world.office, me, report.case, plan);
  const bent = { ...written, ...bend(written) };
  const signature = await signAct(bent.act, me.keys.privateKey, world.office.now());
  return sendAct(me, { ...bent, signature });
}

/** Refused by this rule, and not one row more in any table. */
async function expectRefused(attempt: () => Promise<unknown>, status: number, rule?: string) {
  const stored = () => [
    countRows(world.server.dataFolder),
    world.rows('SELECT version, state, snapshot FROM "Case" ORDER BY id'),
    world.rows("SELECT id, reason FROM Notice ORDER BY id"),
  ];
  const before = stored();
  await expect(attempt()).rejects.toMatchObject({ status, ...(rule && refusedBy(rule)) });
  expect(stored()).toEqual(before);
}

const NOTE: PlannedAct = { event: "case.note", note: "Seen." };

test("an act counts only with the signature of the very person who sends it, in a role that they hold", async () => {
  const [tara, tom] = [world.who("tara"), world.who("tom")];
  const forged = { ...tara, keys: tom.keys };
  await expectRefused(
    async () => sendAct(tara, await writeAct(world.office, forged, report.case, NOTE)),
    400,
    "badSignature",
  );
  await expectRefused(
    async () => sendAct(tom, await writeAct(world.office, tara, report.case, NOTE)),
    400,
    "badSignature",
  );
  const role = "ombudsperson" as const;
  await expectRefused(() => sendBent("tara", NOTE, ({ act }) => ({ act: { ...act, role } })), 400, "badSignature");
  await expectRefused(
    async () => {
      const written = await writeAct(world.office, tara, report.case, NOTE);
      return sendAct(tara, { ...written, act: { ...written.act, codes: { attest: ["ID_SAFE"] } } });
    },
    400,
    "badSignature",
  );
});

test("an act on an older version of the case, or out of its place in the chain, is told that somebody came first", async () => {
  await expectRefused(() => sendBent("tara", NOTE, ({ version }) => ({ version: version - 1 })), 409, "actedFirst");
  await expectRefused(
    () => sendBent("tara", NOTE, ({ act }) => ({ act: { ...act, seq: act.seq - 1 } })),
    409,
    "actedFirst",
  );
  await expectRefused(
    () => sendBent("tara", NOTE, ({ act }) => ({ act: { ...act, prevAct: "0".repeat(64) } })),
    409,
    "actedFirst",
  );
});

test("an act bears today's date, neither an earlier nor a later one", async () => {
  for (const days of [-30, -2, 1])
    await expectRefused(
      () => sendBent("tara", NOTE, ({ act }) => ({ act: { ...act, day: addDays(act.day, days) } })),
      400,
      "wrongDay",
    );
});

test("a digest that nobody uploaded, or a key that the act does not name, stops the act", async () => {
  const more = ({ act }: WrittenAct) => ({ act: { ...act, itemDigests: [...act.itemDigests, "0".repeat(64)] } });
  await expectRefused(() => sendBent("tara", NOTE, more), 400, "badDigests");
  await expectRefused(() => sendBent("tara", NOTE, () => ({ items: [] })), 400, "badDigests");
  // The first note brings the key of the deliberation with it.
  const unnamed = ({ act }: WrittenAct) => ({ act: { ...act, codes: { keys: ["0".repeat(40)] } } });
  await expectRefused(() => sendBent("tara", NOTE, unnamed), 400, "badDigests");
});

test("a step or a code that is in no published list is refused by its own rule", async () => {
  await expectRefused(() => world.act("tara", report, { event: "case.teleport" }), 422, "notInThisState");
  await expectRefused(
    () => world.act("tara", report, { event: "constructor", codes: { proposal: "" } }),
    422,
    "notInThisState",
  );
  const closing = { event: "closure.propose", rationale: REASONS };
  const asked = (codes: PlannedAct["codes"]) => () => world.act("tara", report, { ...closing, codes: codes ?? {} });
  await expectRefused(asked({ ...STANDARDS, ground: "BECAUSE" }), 422, "noGround");
  await expectRefused(asked({ ...STANDARDS, ground: "WITHDRAWN" }), 422, "noGround");
  await expectRefused(asked({ standards: ["STD-MINE"], ground: "MINOR" }), 422, "noStandard");
  const tier = { event: "triage.setTier", codes: { tier: "T0" }, triage: { F1: 0 } };
  await expectRefused(() => world.act("tara", report, tier), 422, "noTier");
  const given = { event: "consent.record", codes: { purpose: "anything" }, note: "Ticked." };
  await expectRefused(() => world.act("tara", report, given), 422, "noPurpose");
  await expectRefused(() => world.write(report, "case.close", "Close it."), 400);
});

test("a case goes over to deadlines that hold here, not to a version that somebody makes up", async () => {
  for (const policy of ["deadlines@1+7", "deadlines@9", "mine"])
    await expectRefused(() => world.play(report, [REASONED("olga", "policy.rebase", { policy })]), 422, "noPolicy");
});

test("a proposal is answered once, and only the one that stands", async () => {
  await world.play(report, [REASONED("tara", "closure.propose", { ground: "MINOR" })]);
  const first = (await world.remembered("tara", report)).proposals["review.approve"]?.digest ?? "";
  await world.play(report, [
    REASONED("viktor", "review.return"),
    REASONED("tara", "closure.propose", { ground: "OUT_OF_TIME" }),
  ]);
  const answer = { event: "review.approve", role: "reviewer" as const, notice: "Closed.", codes: { proposal: first } };
  await expectRefused(() => world.act("viktor", report, answer), 422, "changedSinceProposed");
  await world.play(report, [REASONED("viktor", "review.return")]);

  const lost = { by: "tara", event: "key.compromised" };
  await world.play(report, [lost, PROPOSED("viktor", "key.revoke")]);
  const proposal = (await world.remembered("olga", report)).proposals["key.revoke"]?.digest ?? "";
  await world.play(report, [{ by: "olga", event: "key.revoke" }, lost]);
  await expectRefused(() => world.act("olga", report, { event: "key.revoke", codes: { proposal } }), 422, "noProposal");
});

test("a person whose key was revoked, or who is no longer of the office, does nothing", async () => {
  const tara = world.who("tara");
  const written = await writeAct(world.office, tara, report.case, NOTE);
  const set = (column: "publicKey" | "state", value: string) => {
    const file = openFile(world.server.dataFolder);
    file.prepare(`UPDATE Person SET ${column} = ? WHERE id = ?`).run(value, tara.id);
    file.close();
  };
  const [stored] = world.rows(`SELECT publicKey FROM Person WHERE id = '${tara.id}'`) as { publicKey: string }[];
  const key = await readPrivateKey({ armoredKey: tara.keys.privateKey });
  // Signatures bear the day alone: a key revoked the day before has none that is older than its end.
  const { publicKey: revoked } = await revokeKey({
    key,
    date: new Date(world.office.now().getTime() - 36 * 3_600_000),
  });
  set("publicKey", revoked);
  await expectRefused(() => sendAct(tara, written), 400, "badSignature");
  set("publicKey", stored?.publicKey ?? "");
  set("state", "left");
  await expectRefused(() => sendAct(tara, written), 401);
  set("state", "active");
});

test("whoever is recused is out at once, with an act in hand that was signed before", async () => {
  const tom = world.who("tom");
  const written = await writeAct(world.office, tom, report.case, { event: "message.noReplyNeeded" });
  await world.act("tom", report, { event: "conflict.declare" });
  const { version } = await world.file("tara", report);
  await expectRefused(() => sendAct(tom, { ...written, version }), 404);
  await expectRefused(
    () => world.act("tara", report, { event: "access.grant", codes: { role: "intake" }, grant: tom }),
    422,
    "targetRecused",
  );
});

test("a case of a newer procedure is shown as it stands, and nobody changes it: no person, no reporter, no clock", async () => {
  await requireSoundExport(world.who("tara"), report.case);
  const file = openFile(world.server.dataFolder);
  file.exec(`UPDATE "Case" SET snapshot = json_set(snapshot, '$.version', 99) WHERE id = '${report.case}'`);
  file.close();
  expect(await world.file("tara", report)).toMatchObject({ readOnly: true, open: [], blocked: [] });
  await expectRefused(() => world.act("tara", report, { event: "key.rewrapped" }), 422, "unknownVersion");
  expect(await world.box(report)).toMatchObject({ isReadOnly: true, open: [] });
  await expectRefused(() => world.write(report, "reporter.message", "Hello?"), 422, "unknownVersion");
  const before = world.acts(report).length;
  await world.travelTo(addDays(world.day, 40));
  expect(world.acts(report)).toHaveLength(before);
});

test("the desk opens a case of a procedure that remembers in another form, and says clearly why nothing can be done", async () => {
  const file = openFile(world.server.dataFolder);
  file.exec(`UPDATE "Case" SET snapshot = '{"version":100,"kind":"tip","places":["b"]}' WHERE id = '${report.case}'`);
  file.close();
  const cookie = world.who("tara").client.cookie;
  for (const [path, status] of [
    [`/desk/cases/${report.case}`, 200],
    ["/desk", 200],
    [`/api/v1/cases/${report.case}`, 200],
    [`/api/v1/cases/${report.case}/export`, 200],
    ["/admin/oversight", 404],
  ] as const) {
    const answer = await fetch(world.office.base + path, { headers: { Cookie: cookie } });
    expect([path, answer.status]).toEqual([path, status]);
    if (path.startsWith("/desk/cases/"))
      expect(await answer.text()).toContain("This case was written by another version of the procedure");
  }
  expect(await world.box(report)).toMatchObject({ isReadOnly: true, open: [] });
});
