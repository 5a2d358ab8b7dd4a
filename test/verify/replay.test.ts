import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealIdentity } from "~/reporter/report/seal-identity";
import type { Act } from "~crypto/acts";
import { deriveReceiptSecrets } from "~crypto/receipt";
import { requireRecipientKey } from "~crypto/recipients";
import { KINDS } from "~workflows";
import { rowsOf } from "~workflows/rows";
import { type PlannedAct, perform } from "../../prisma/seed/acts";
import { Client } from "../../prisma/seed/http";
import { type SeedOffice, type SeedPerson, signIn } from "../../prisma/seed/people";
import { sealReport, sendReport } from "../../prisma/seed/report";
import type { CaseExport } from "../../verify/case-export";
import { TAKES_TWO } from "../../verify/two-persons";
import { verifyExport } from "../../verify/verify-export";
import { runProgram } from "../interop/support/shell";
import { foundTestOffice, named, REASONS } from "../support/office";
import { startServer, type TestServer } from "../support/server";
import { copyOf, placeOf, requireSoundExport, rewrite } from "./support";

let server: TestServer;
let office: SeedOffice;
let exported: CaseExport;

const judge = (file: CaseExport) => verifyExport(new TextEncoder().encode(JSON.stringify(file)));
const idOf = (name: string) => named(office, name).id;

/** A report with a name and a file, called urgent: everything that a case can start with. */
async function report(): Promise<string> {
  const now = new Date();
  const files = [{ name: "a.bin", type: "", bytes: new Uint8Array(1000) }];
  const sealed = await sealReport(office, { kind: "tip", answers: {}, urgent: true, files });
  const { publicKey: officePublicKey, fingerprint } = office.keys;
  const custodians = await Promise.all(
    (await directory()).map(async ({ person, publicKey }) => ({
      person,
      key: await requireRecipientKey({ publicKey, officePublicKey, now }),
    })),
  );
  const { wrapKey: receiptWrapKey } = await deriveReceiptSecrets(sealed.words, fingerprint);
  const { compartment, item } = await sealIdentity({
    caseId: sealed.case,
    name: "Jane Doe",
    custodians,
    receiptWrapKey,
    now,
  });
  const body = sealed.body as { compartments: unknown[]; items: unknown[] };
  body.compartments.push(compartment);
  body.items.push(item);
  await sendReport(office, sealed);
  return sealed.case;
}

/** Those who take in reports, with their certified keys. */
async function directory() {
  type Person = { person: string; publicKey: string; roles: string[] };
  const found = await new Client(server.base).call<{ directory: Person[] }>("GET", "/api/v1/office");
  return found.directory.filter(({ roles }) => roles.includes("intake"));
}

beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server);
  const caseId = await report();
  const act = (name: string, plan: PlannedAct) => perform(office, named(office, name), caseId, plan);
  await act("tara", { event: "conflict.declareNone" });
  await act("tara", { event: "case.note", note: "Tom knows the company." });
  await act("tara", { event: "case.acknowledge", codes: { recused: [idOf("tom")] }, message: "We have it." });
  await act("tara", { event: "access.grant", codes: { role: "ombudsperson" }, grant: named(office, "olga") });
  await act("tara", { event: "triage.setTier", codes: { tier: "T2" }, triage: { F1: 4, F2: 2 } });
  await act("tara", { event: "triage.admit", codes: { minimum: ["MIN_WHAT", "MIN_WHO_WHERE_ITEM"] } });
  await act("olga", { event: "conflict.declareNone" });
  await act("olga", { event: "investigator.assign", grant: named(office, "ines") });
  await act("ines", { event: "conflict.declareNone" });
  await act("ines", { event: "conflict.declare" });
  await act("olga", { event: "case.note", note: "Sealed with a new key." });
  await act("tara", { event: "access.grant", codes: { role: "reviewer" }, grant: named(office, "vera") });
  await act("vera", { event: "conflict.declareNone" });
  const codes = { standards: ["STD-WBD-9"], ground: "OUT_OF_MANDATE" };
  await act("tara", { event: "closure.propose", codes, rationale: REASONS });
  await act("vera", { event: "review.return", codes: { standards: ["STD-WBD-9"] }, rationale: REASONS });
  exported = await requireSoundExport(named(office, "olga") as SeedPerson, caseId);
});
afterAll(() => server?.stop());

describe("the procedure, taken again from an export,", () => {
  test("leads to the exported end, through recusals, new keys, a name under two layers and a declared urgency", async () => {
    expect(exported.compartments.filter(({ type }) => type === "correspondence").length).toBeGreaterThan(0);
    expect(exported.compartments.some(({ epoch }) => epoch > 1)).toBe(true);
    expect(exported.final.value.urgency).toBe("flagged");
    expect(await judge(exported)).toMatchObject({ verdict: "sound" });
  });

  test("refuses an act without the declaration that it rests on, signed and chained as it may be", async () => {
    const bent = await rewrite(office, exported, (act) =>
      act.event === "conflict.declareNone" && act.actor === idOf("tara") ? { ...act, event: "key.rewrapped" } : act,
    );
    const report = await judge(bent);
    expect(report).toMatchObject({ verdict: "broken", act: 1 });
    expect(report.said).toMatch(/: the procedure refuses it in received: \w+$/);
  });

  test("refuses a step out of its turn, and one that no procedure has", async () => {
    const place = placeOf(exported, "triage.admit");
    const early = await rewrite(office, exported, (act) => (act.seq === place ? { ...act, event: "case.close" } : act));
    expect(await judge(early)).toMatchObject({ verdict: "broken", act: place });
    const none = await rewrite(office, exported, (act) => (act.seq === place ? { ...act, event: "case.win" } : act));
    expect((await judge(none)).said).toContain("the procedure has no such step");
  });

  test("refuses an act of somebody who stepped aside", async () => {
    const place = placeOf(exported, "case.note");
    const ines = idOf("ines");
    const bent = await rewrite(office, exported, (act) =>
      act.seq === place ? { ...act, actor: ines, role: "investigator" } : act,
    );
    const digests = (JSON.parse(bent.acts[place]?.text ?? "{}") as Act).itemDigests;
    for (const item of bent.items) if (digests.includes(item.digest)) item.author = ines;
    expect(await judge(bent)).toMatchObject({ verdict: "broken", act: place });
  });

  test("finds an end that the acts do not lead to: another state, another day, another memory, an act too few", async () => {
    const bend: ((file: CaseExport) => unknown)[] = [
      ({ final }) => Object.assign(final.value, { procedure: "closed" }),
      ({ final }) => Object.assign(final.value, { invented: "yes" }),
      ({ final }) => Object.assign(final.dues, { feedback: "2030-01-01" }),
      ({ final }) => delete final.dues[Object.keys(final.dues)[0] ?? ""],
      ({ final }) => Object.assign(final, { snapshotDigest: "ab".repeat(32) }),
    ];
    for (const change of bend) {
      const file = copyOf(exported);
      change(file);
      const report = await judge(file);
      expect(report).toMatchObject({ verdict: "broken", act: null });
      expect(report.said).toMatch(/^broken: final state: /);
    }
    const short = copyOf(exported);
    const last = JSON.parse(short.acts.pop()?.text ?? "{}") as Act;
    short.items = short.items.filter(({ digest }) => !last.itemDigests.includes(digest));
    expect((await judge(short)).said).toMatch(/^broken: final state: /);
  });

  test("cannot be told without the deadlines that the case ran on", async () => {
    const file = copyOf(exported);
    file.policies = [];
    expect(await judge(file)).toMatchObject({ verdict: "cannotTell" });
  });
});

describe("a year later, with nobody in the office", () => {
  test("every day that was missed stands in the chain, and the procedure allows each entry", async () => {
    await server.stop({ keepData: true });
    server = await startServer({ dataFolder: server.dataFolder, env: { OMBRA_DAY_OFFSET: "365" } });
    const olga = named(office, "olga");
    olga.client.base = server.base;
    await signIn(olga);
    const later = await untilAtRest(() => requireSoundExport(olga, exported.case.id));
    const events = later.acts.slice(exported.acts.length).map(({ text }) => (JSON.parse(text) as Act).event);
    expect(events).toContain("deadline.missed");
    expect(later.acts.slice(0, exported.acts.length)).toEqual(exported.acts);
  });
});

/** Waits until the sweep, which begins after the start, has written what it has to write. */
async function untilAtRest(read: () => Promise<CaseExport>): Promise<CaseExport> {
  for (let before = await read(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const found = await read();
    if (found.acts.length > exported.acts.length && found.acts.length === before.acts.length) return found;
    before = found;
  }
}

describe("the list of steps that take two people", () => {
  test("names those of the published tables, and no other", () => {
    const published = KINDS.flatMap((kind) => rowsOf(kind).filter(({ guards }) => guards.includes("G-4E")));
    expect(Object.keys(TAKES_TWO).sort()).toEqual([...new Set(published.map(({ event }) => event))].sort());
  });

  test("is the same in the second verifier", () => {
    const code = "import json; from verify_chain.two_persons import TAKES_TWO; print(json.dumps(TAKES_TWO))";
    const env = { PYTHONDONTWRITEBYTECODE: "1", PYTHONPATH: "test/interop" };
    const { stdout } = runProgram("python3", ["-c", code], { cwd: process.cwd(), env });
    expect(JSON.parse(stdout)).toEqual(TAKES_TWO);
  });
});
