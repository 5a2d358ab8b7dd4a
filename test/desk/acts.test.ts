import { beforeAll, expect, test } from "vitest";
import { checkChain } from "~/desk/check-chain";
import { openCase } from "~/desk/open-case";
import { HolderError } from "~/desk/plan-keys";
import { readText } from "~/desk/read-bodies";
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
