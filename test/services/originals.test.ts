import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { answersToSend, CURRENT } from "~/forms";
import { pickFile } from "~/reporter/files/pick";
import { loadOffice } from "~/reporter/office";
import { deliver, startDelivery } from "~/reporter/report/deliver";
import { newDraft } from "~/reporter/report/draft";
import { sha256Hex } from "~crypto/bytes";
import { openItem } from "~crypto/items";
import { assembleFile, type FileManifest } from "~crypto/parts";
import { openWrap } from "~crypto/wraps";
import { sendAct, writeAct } from "../../prisma/seed/acts";
import type { SeedOffice, SeedPerson } from "../../prisma/seed/people";
import { foundTestOffice, named } from "../support/office";
import { startServer, type TestServer } from "../support/server";

interface CaseFile {
  items: { kind: string; armored: string; compartment: string; seq: number }[];
  compartments: { id: string; type: string; fingerprint: string; wrap: string | null }[];
}

const PHOTO = new Uint8Array([
  ...[0xff, 0xd8, 0xff, 0xfe, 0, 9],
  ...new TextEncoder().encode("janedoe"),
  ...[0xff, 0xda, 0, 3, 1, 1, 0xff, 0xd9],
]);
let server: TestServer;
let office: SeedOffice;
let caseId = "";
const read = (person: SeedPerson) => person.client.call<CaseFile>("GET", `/api/v1/cases/${caseId}`);
const originalsOf = ({ compartments }: CaseFile) => compartments.find(({ type }) => type === "originals");

beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server);
  const there = globalThis.fetch;
  vi.stubGlobal("fetch", (path: string, init?: RequestInit) => there(new URL(path, server.base), init));
  const found = await loadOffice(office.keys.fingerprint);
  const draft = newDraft("tip");
  Object.assign(draft.answers, { summary: "I took this photograph at the depot.", identity: "anonymous", truth: true });
  const file = await pickFile(new File([PHOTO], "depot.jpg"));
  file.choice = "both";
  draft.files.push(file);
  const delivery = startDelivery(found, draft);
  const report = { form: CURRENT.id, kind: "tip" as const, answers: answersToSend("tip", draft.answers) };
  const order = { delivery, draft, report, language: "en", office: found, now: () => new Date() };
  await deliver({ ...order, onProgress: () => {} });
  caseId = delivery.sealed?.head.case ?? "";
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await server?.stop();
});

test("those who were drawn open the original, and it is the reporter's file byte for byte", async () => {
  const tara = named(office, "tara");
  const file = await read(tara);
  const place = originalsOf(file);
  const compartmentPrivateKey = await openWrap({
    sealed: place?.wrap ?? "",
    privateKey: tara.keys.privateKey,
    fingerprint: place?.fingerprint ?? "",
  });
  const item = file.items.find(({ compartment }) => compartment === place?.id);
  const expectation = { case: caseId, compartment: "originals", kind: "file", seq: 0, prev: "" } as const;
  const armored = item?.armored ?? "";
  const { payload } = await openItem({ armored, compartmentPrivateKey, expect: expectation });
  const manifest = payload.body as unknown as FileManifest;
  const fetchPart = async (id: string) => {
    const headers = { Cookie: tara.client.cookie };
    return new Uint8Array(await (await fetch(`/api/v1/parts/${caseId}/${id}`, { headers })).arrayBuffer());
  };
  const whole = await assembleFile(manifest, fetchPart, compartmentPrivateKey);
  expect(await sha256Hex(new Uint8Array(await whole.arrayBuffer()))).toBe(await sha256Hex(PHOTO));
});

test("whoever is put on the case later gets its keys, and the originals' key is refused to them", async () => {
  const [tara, olga] = [named(office, "tara"), named(office, "olga")];
  for (const name of ["tara", "tom"])
    await sendAct(
      named(office, name),
      await writeAct(office, named(office, name), caseId, { event: "conflict.declareNone" }),
    );
  const plan = { event: "access.grant", codes: { role: "ombudsperson" }, grant: olga } as const;
  // The seed wraps every key that it finds, which no desk does.
  const hostile = await writeAct(office, tara, caseId, plan);
  const place = originalsOf(await read(tara))?.id;
  expect(hostile.wraps.map(({ compartment }) => compartment)).toContain(place);
  await expect(sendAct(tara, hostile)).rejects.toMatchObject({ problem: { rule: "noAccess" } });
  await sendAct(tara, { ...hostile, wraps: hostile.wraps.filter(({ compartment }) => compartment !== place) });
  const seen = await read(olga);
  expect(originalsOf(seen)?.wrap).toBeNull();
  expect(seen.compartments.find(({ type }) => type === "correspondence")?.wrap).not.toBeNull();
});
