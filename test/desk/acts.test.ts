import { beforeAll, expect, test } from "vitest";
import { checkChain } from "~/desk/check-chain";
import { openCase } from "~/desk/open-case";
import { HolderError } from "~/desk/plan-keys";
import { Problem } from "~/desk/problem";
import { readManifest, readText } from "~/desk/read-bodies";
import { forgetSent, type NamedPart, OfficeFileError, type SendPart, sentBytes } from "~/desk/seal-file";
import { safeContactOf } from "~/desk/told";
import { assembleFile, PART_BYTES } from "~crypto/parts";
import { openWrap } from "~crypto/wraps";
import { actAs, afterAct, makeCase, makeOffice, type TestPerson } from "./support";

const REPORT = {
  form: "core/1",
  language: "en",
  kind: "tip",
  answers: { summary: "The boxes went elsewhere." },
  struck: [],
};
let people: Record<string, TestPerson>;
const get = (name: string) => people[name] as TestPerson;
const idOf = (name: string) => get(name).colleague.person;

beforeAll(async () => {
  people = await makeOffice({ ada: ["intake"], ben: ["intake"], eve: ["investigator"] });
});

test("the first act that writes anything makes the office's own compartment for everybody on the case", async () => {
  const { of } = await makeCase([get("ada"), get("ben")], REPORT);
  const signed = await actAs(
    get("ada"),
    of(get("ada")),
    { event: "case.acknowledge", needs: ["message"] },
    { message: "We have it." },
  );
  expect(signed.compartments.map(({ type, epoch }) => [type, epoch])).toEqual([["deliberation", 1]]);
  expect(signed.compartments[0]?.wraps.map(({ person }) => person).sort()).toEqual([idOf("ada"), idOf("ben")].sort());
});

test("whom the reporter struck out gets no key, and is named to the procedure", async () => {
  const { of } = await makeCase([get("ada"), get("ben")], REPORT);
  const struck = [idOf("ben")];
  const signed = await actAs(
    get("ada"),
    of(get("ada")),
    { event: "case.acknowledge", needs: ["message"] },
    { message: "Yes." },
    struck,
  );
  expect(signed.compartments[0]?.wraps.map(({ person }) => person)).toEqual([idOf("ada")]);
  expect(signed.act.codes.recused).toEqual(struck);
});

test("a colleague reads what was written and finds one unbroken chain", async () => {
  const { of } = await makeCase([get("ada"), get("ben")], REPORT);
  const signed = await actAs(
    get("ada"),
    of(get("ada")),
    { event: "case.note", needs: ["note"] },
    { note: "Look at the dates." },
  );
  const seen = await afterAct(of(get("ben")), signed, get("ben"));
  const { items } = await openCase(seen, get("ben").desk, get("ben").held);
  expect(items.map((one) => (one.state === "open" ? [one.item.kind, one.signer] : one.state))).toEqual([
    ["report", null],
    ["note", idOf("ada")],
  ]);
  const note = items[1];
  expect(note?.state === "open" && readText(note.body)).toBe("Look at the dates.");
  expect(await checkChain(seen, get("ben").desk)).toEqual({ brokenAt: null, fault: null });
});

test("an act that was changed on the server breaks the chain where it stands", async () => {
  const { of } = await makeCase([get("ada"), get("ben")], REPORT);
  const signed = await actAs(get("ada"), of(get("ada")), { event: "conflict.declareNone" });
  const seen = await afterAct(of(get("ben")), signed, get("ben"));
  const forged = seen.acts.map((act) =>
    act.seq === 1 ? { ...act, actor: idOf("ben"), text: act.text.replaceAll(idOf("ada"), idOf("ben")) } : act,
  );
  expect((await checkChain({ ...seen, acts: forged }, get("ben").desk)).brokenAt).toBe(1);
  const shown = seen.acts.map((act) => (act.seq === 1 ? { ...act, day: "2026-01-01" } : act));
  expect(await checkChain({ ...seen, acts: shown }, get("ben").desk)).toEqual({ brokenAt: 1, fault: "notAsShown" });
});

test("what somebody else signed is not shown under a colleague's name", async () => {
  const { of } = await makeCase([get("ada"), get("ben")], REPORT);
  const signed = await actAs(get("ada"), of(get("ada")), { event: "case.note", needs: ["note"] }, { note: "Mine." });
  const seen = await afterAct(of(get("ben")), signed, get("ben"));
  const items = seen.items.map((item) => (item.kind === "note" ? { ...item, author: idOf("ben") } : item));
  const opened = await openCase({ ...seen, items }, get("ben").desk, get("ben").held);
  expect(opened.items[1]).toMatchObject({ state: "damaged", fault: "otherSigner" });
});

test("after somebody lost access, what follows goes to a new key that the reporter's receipt opens too", async () => {
  const { of, receipt } = await makeCase([get("ada"), get("ben")], REPORT);
  const record = of(get("ada"));
  const stale = { ...record, compartments: record.compartments.map((one) => ({ ...one, stale: true })) };
  const signed = await actAs(
    get("ada"),
    stale,
    { event: "office.message", needs: ["message"] },
    { message: "New key." },
  );
  const made = signed.compartments.find(({ type }) => type === "correspondence");
  expect(made?.epoch).toBe(2);
  expect(signed.items[0]).toMatchObject({ compartment: made?.id, seq: 0 });
  const opened = await openWrap({
    sealed: made?.receiptWrap ?? "",
    privateKey: receipt.privateKey,
    fingerprint: made?.fingerprint ?? "",
  });
  expect(opened).toContain("PRIVATE KEY");
});

test("whoever is put on a case gets every key of it", async () => {
  const { of } = await makeCase([get("ada"), get("ben")], REPORT);
  const note = await actAs(get("ada"), of(get("ada")), { event: "case.note", needs: ["note"] }, { note: "First." });
  const record = await afterAct(of(get("ada")), note, get("ada"));
  const signed = await actAs(
    get("ada"),
    record,
    { event: "investigator.assign", role: "ombudsperson", needs: ["person:investigator"] },
    { person: idOf("eve") },
  );
  expect(signed.wraps.map(({ compartment }) => compartment).sort()).toEqual(
    record.compartments.map(({ id }) => id).sort(),
  );
  expect(signed.act.codes).toEqual({ person: idOf("eve") });
});

test("a colleague whose directory line the office did not sign gets no key, and the act says whose it is", async () => {
  const { of } = await makeCase([get("ada"), get("ben")], REPORT);
  const ada = get("ada");
  const directory = ada.desk.directory.map((one) =>
    one.displayName === "ben" ? { ...one, entrySignature: get("eve").colleague.entrySignature } : one,
  );
  const deceived = { ...ada, desk: { ...ada.desk, directory } };
  const acting = actAs(deceived, of(ada), { event: "case.note", needs: ["note"] }, { note: "Hello." });
  await expect(acting).rejects.toThrow(HolderError);
  await expect(acting).rejects.toMatchObject({ person: idOf("ben") });
});

test("reasons and notes never stand in the codes of an act", async () => {
  const { of } = await makeCase([get("ada"), get("ben")], REPORT);
  const phrase = "a phrase that must stay sealed ".repeat(8);
  const needs = ["rationale", "standards", "ground"] as const;
  const signed = await actAs(
    get("ada"),
    of(get("ada")),
    { event: "closure.propose", needs },
    { rationale: phrase, standards: ["STD-WBD-9"], ground: "MINOR" },
  );
  expect(JSON.stringify(signed)).not.toContain("must stay sealed");
  expect(signed.act.codes).toMatchObject({ standards: ["STD-WBD-9"], ground: "MINOR" });
});

test("renewing the case's keys makes a new key for every compartment whose old one is stale, for everybody and the reporter", async () => {
  const { of, receipt } = await makeCase([get("ada"), get("ben")], REPORT);
  const note = await actAs(get("ada"), of(get("ada")), { event: "case.note", needs: ["note"] }, { note: "First." });
  const record = await afterAct(of(get("ada")), note, get("ada"));
  const stale = { ...record, compartments: record.compartments.map((one) => ({ ...one, stale: true })) };
  const signed = await actAs(get("ada"), stale, { event: "key.rewrapped", region: "keys", needs: ["rewrap"] });
  expect(signed.items).toEqual([]);
  expect(signed.compartments.map(({ type, epoch }) => [type, epoch])).toEqual([
    ["correspondence", 2],
    ["deliberation", 2],
  ]);
  expect(signed.act.codes.keys).toEqual(signed.compartments.map(({ fingerprint }) => fingerprint));
  for (const { wraps, fingerprint } of signed.compartments) {
    expect(wraps.map(({ person }) => person).sort()).toEqual([idOf("ada"), idOf("ben")].sort());
    const sealed = wraps.find(({ person }) => person === idOf("ben"))?.sealed ?? "";
    expect(await openWrap({ sealed, privateKey: get("ben").held.privateKey, fingerprint })).toContain("PRIVATE KEY");
  }
  const [conversation] = signed.compartments;
  const opened = { sealed: conversation?.receiptWrap ?? "", fingerprint: conversation?.fingerprint ?? "" };
  expect(await openWrap({ ...opened, privateKey: receipt.privateKey })).toContain("PRIVATE KEY");
});

test("keys that are not stale stay when the others are renewed", async () => {
  const { of } = await makeCase([get("ada"), get("ben")], REPORT);
  const signed = await actAs(get("ada"), of(get("ada")), { event: "key.rewrapped", region: "keys", needs: ["rewrap"] });
  expect([signed.compartments, "keys" in signed.act.codes]).toEqual([[], false]);
});

test("a file that an officer adds leaves sealed, and a colleague gets the very same bytes", async () => {
  const { of } = await makeCase([get("ada"), get("eve")], REPORT);
  const content = "invoice 4711, the heliotrope crates";
  const sent = new Map<string, Uint8Array>();
  const signed = await actAs(
    get("eve"),
    of(get("eve")),
    { event: "evidence.add", role: "investigator", region: "evidence", needs: ["files"] },
    { file: new File([content], "invoice.txt", { type: "text/plain" }), note: "From the harbour office." },
    [],
    async (_case, { id }, bytes) => void sent.set(id, bytes.slice()),
  );
  expect(signed.parts.map(({ id }) => id)).toEqual([...sent.keys()]);
  const wire = JSON.stringify(signed) + [...sent.values()].map((bytes) => Buffer.from(bytes).toString("latin1")).join();
  for (const secret of ["heliotrope", "invoice", "harbour"]) expect(wire).not.toContain(secret);

  const seen = await afterAct(of(get("ada")), signed, get("ada"));
  const { items, keys } = await openCase(seen, get("ada").desk, get("ada").held);
  const [note, file] = ["note", "file"].map((kind) => items.find(({ item }) => item.kind === kind));
  expect(note?.state === "open" && note.body).toEqual({
    text: "From the harbour office.",
    event: "evidence.add",
    file: "invoice.txt",
  });
  if (file?.state !== "open") throw new Error("The file's manifest does not open.");
  const manifest = readManifest(file.body);
  if (!manifest) throw new Error("The file's manifest is none.");
  const fetchPart = async (id: string) => sent.get(id) as Uint8Array;
  const blob = await assembleFile(manifest, fetchPart, keys.get(file.compartment.id) ?? "");
  expect([manifest.name, await blob.text()]).toEqual(["invoice.txt", content]);
});

test("files go to the reporter with a message, in parts of their own, signed and sealed to the conversation alone", async () => {
  const { of, compartment } = await makeCase([get("ada"), get("eve")], REPORT);
  const bytes = new Uint8Array(PART_BYTES + 1).fill(7);
  const attached = [new File([bytes], "letter.pdf"), new File([], "empty.txt")];
  const sent = new Map<string, Uint8Array>();
  const message = { event: "office.message", needs: ["message"] } as const;
  const acting = { ...message, needs: [...message.needs] };
  const signed = await actAs(
    get("ada"),
    of(get("ada")),
    acting,
    { message: "See the letter.", attached },
    [],
    (async (_case, { id }, part) => void sent.set(id, part.slice())) as SendPart,
  );
  expect(signed.items.map(({ kind }) => kind)).toEqual(["message", "file", "file"]);
  expect(signed.parts.map(({ id }) => id)).toEqual([...sent.keys()]);
  const seen = await afterAct(of(get("ada")), signed, get("ada"));
  const { items } = await openCase(seen, get("ada").desk, get("ada").held);
  const [letter] = items.filter(({ item }) => item.kind === "file");
  if (letter?.state !== "open") throw new Error("The file's manifest does not open.");
  expect([letter.compartment.type, letter.signer]).toEqual(["correspondence", idOf("ada")]);
  const manifest = readManifest(letter.body);
  if (!manifest) throw new Error("The file's manifest is none.");
  expect([manifest.name, manifest.bytes, manifest.parts.length]).toEqual(["letter.pdf", bytes.length, 2]);
  const fetchPart = async (id: string) => sent.get(id) as Uint8Array;
  const blob = await assembleFile(manifest, fetchPart, compartment.privateKey);
  expect(Buffer.from(await blob.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
});

test("what the reporter said last about safe contact stands above the case, whether in the report or in a message", async () => {
  const { of } = await makeCase([get("ada"), get("eve")], { ...REPORT, answers: { safeContact: "Only at night." } });
  const opened = await openCase(of(get("ada")), get("ada").desk, get("ada").held);
  expect(safeContactOf(opened)?.text).toBe("Only at night.");
  const [report] = opened.items;
  if (report?.state !== "open") throw new Error("The report does not open.");
  const message = { ...report, item: { ...report.item, kind: "message" } };
  const later = { ...message, body: { text: "Never on Mondays.", topic: "safeContact" } };
  const other = { ...message, body: { text: "Thank you." } };
  expect(safeContactOf({ ...opened, items: [...opened.items, later, other] })?.text).toBe("Never on Mondays.");
  const forged = {
    ...later,
    item: { ...later.item, author: idOf("eve") },
    body: { text: "Call me.", topic: "safeContact" },
  };
  expect(safeContactOf({ ...opened, items: [...opened.items, later, forged] })?.text).toBe("Never on Mondays.");
});

test("a file that nobody takes, or that changed while it was read, is not sealed", async () => {
  const { of } = await makeCase([get("ada"), get("eve")], REPORT);
  const add = (file: File, sendPart?: SendPart) =>
    actAs(get("ada"), of(get("ada")), { event: "evidence.add", needs: ["files"] }, { file }, [], sendPart);
  await expect(add(new File(["x"], "note.txt"))).rejects.toThrow(OfficeFileError);
  const shrunk = Object.assign(new File(["x"], "note.txt"), { slice: () => new Blob([]) });
  await expect(add(shrunk, async () => undefined)).rejects.toMatchObject({ fault: "unreadable" });
});

test("a file whose sending broke off goes on where it stopped, and begins anew once an act has named it", async () => {
  const { of } = await makeCase([get("ada"), get("eve")], REPORT);
  // What is sealed to a compartment that is only being made has to be sealed anew with the next one.
  const note = await actAs(get("ada"), of(get("ada")), { event: "case.note", needs: ["note"] }, { note: "First." });
  const record = await afterAct(of(get("ada")), note, get("ada"));
  const file = new File([new Uint8Array(2 * PART_BYTES + 3)], "scan.tif");
  const sent: string[] = [];
  const takeOnly = (most: number) => async (_case: string, part: NamedPart) => {
    if (sent.length === most) throw new Problem(0);
    sent.push(part.id);
  };
  const add = (sendPart: SendPart) =>
    actAs(get("ada"), record, { event: "evidence.add", needs: ["files"] }, { file }, [], sendPart);
  await expect(add(takeOnly(2))).rejects.toThrow(Problem);
  expect(sentBytes([file])).toBe(2 * PART_BYTES);
  const { parts } = await add(takeOnly(3));
  expect(parts.map(({ id }) => id)).toEqual(sent);
  expect(sentBytes([file])).toBe(file.size);
  // The server says that parts are gone, or has taken the act that names them.
  forgetSent([file]);
  const again = await add(takeOnly(6));
  expect(again.parts.map(({ id }) => id)).toEqual(sent.slice(3));
});
