import { afterAll, beforeAll, expect, test } from "vitest";
import { signAct } from "~crypto/acts";
import { randomId } from "~crypto/bytes";
import { generateCompartmentKey } from "~crypto/compartments";
import { sealItem } from "~crypto/items";
import { wrapKey } from "~crypto/wraps";
import type { WrittenAct } from "../../prisma/seed/acts";
import {
  ANSWERED,
  type AuthorityCase,
  CONSENT,
  openAuthorityCase,
  PACKAGE,
  refused,
  wrapsFor,
} from "./support/authority-case";

let here: AuthorityCase;
beforeAll(async () => {
  here = await openAuthorityCase();
  await here.act("ines", CONSENT);
});
afterAll(() => here?.server.stop());

const id = (name: string) => here.who(name).id;

test("an officer whose page would give a contact any other key is refused, or one that leaves theirs out", async () => {
  const written = await here.write("ines", { ...PACKAGE, grant: here.who("lena") });
  for (const type of ["correspondence", "deliberation"]) {
    const hostile = await here.withWrap(written, "ines", type, "lena");
    await expect(here.send("ines", hostile)).rejects.toMatchObject(refused(422, "noAccess"));
  }
  const compartments = written.compartments.map((one) => ({
    ...one,
    wraps: one.wraps.filter(({ person }) => person !== id("lena")),
  }));
  await expect(here.send("ines", { ...written, compartments })).rejects.toMatchObject(refused(422, "noKey"));
  expect((await here.queue("lena")).rows).toEqual([]);
  await here.send("ines", written);
});

test("no other act of an officer gives a contact who is on the case a key of the rest", async () => {
  const note = await here.write("ines", { event: "case.note", note: "Between us." });
  for (const type of ["correspondence", "deliberation"]) {
    const hostile = await here.withWrap(note, "ines", type, "lena");
    await expect(here.send("ines", hostile)).rejects.toMatchObject(refused(422, "noAccess"));
  }
});

test("a contact brings answers and nothing else: no key, no file, no message to the reporter", async () => {
  await here.act("ines", { event: "agency.requestReply" });
  const answer = await here.write("lena", { event: "agency.reply", answer: ANSWERED });
  const changed = (change: object) => expect(here.send("lena", { ...answer, ...change })).rejects;
  await changed({ parts: [{ id: here.parts[0]?.id, digest: "0".repeat(64) }] }).toMatchObject(refused(400));
  const { wraps } = await here.withWrap(answer, "lena", "respondent", "luca");
  await changed({ wraps }).toMatchObject(refused(400));
  const items = (change: object) => ({ items: answer.items.map((item) => ({ ...item, ...change })) });
  await changed(items({ kind: "message" })).toMatchObject(refused(400));
  await changed(items({ reply: answer.items[0]?.armored })).toMatchObject(refused(400));
  for (const type of ["correspondence", "respondent"])
    await expect(here.send("lena", await withKeyOfOnesOwn(type))).rejects.toMatchObject(refused(400));
});

/** The contact's answer with a new key of the case that they made themselves, named and signed as it should be. */
async function withKeyOfOnesOwn(type: string): Promise<WrittenAct> {
  const now = here.office.now();
  const { publicKey, privateKey, fingerprint } = await generateCompartmentKey({ now });
  const sealed = await wrapKey({ privateKey, recipient: here.who("lena").keys.publicKey, now });
  const made = { id: randomId(), type, epoch: 2, publicKey, fingerprint, wraps: [{ person: id("lena"), sealed }] };
  const plan = { event: "agency.reply", answer: ANSWERED, codes: { keys: [fingerprint] } };
  return { ...(await here.write("lena", plan)), compartments: [made] };
}

test("a contact cannot write into a part of the case that is not theirs, not even with its id and public key", async () => {
  const { compartments, items } = await here.read("tara");
  const to = compartments.find(({ type }) => type === "correspondence");
  const before = items.filter(({ compartment }) => compartment === to?.id);
  const seq = before.length;
  const [signingKey, now] = [here.who("lena").keys.privateKey, here.office.now()];
  const compartment = "correspondence" as const;
  const payload = { case: here.caseId, compartment, kind: "answer", seq, prev: before.at(-1)?.digest ?? "", body: {} };
  const sealed = await sealItem({ payload, compartmentPublicKey: to?.publicKey ?? "", signingKey, now });
  const plain = await here.write("lena", { event: "agency.reply", role: "liaison" });
  const act = { ...plain.act, itemDigests: [sealed.digest] };
  const item = { id: randomId(), compartment: to?.id ?? "", seq, kind: "answer", armored: sealed.armored };
  const written = { ...plain, act, signature: await signAct(act, signingKey, now), items: [item] };
  await expect(here.send("lena", written)).rejects.toMatchObject(refused(400));
});

test("after somebody leaves, new keys reach the contact for the authority's part alone", async () => {
  await here.act("tom", { event: "conflict.declare" });
  const epoch = await here.write("tara", { event: "key.rewrapped" });
  for (const type of ["correspondence", "deliberation"]) {
    const compartments = epoch.compartments.map((one) =>
      one.type === type ? { ...one, wraps: [...one.wraps, ...wrapsFor(epoch, "respondent", id("lena"))] } : one,
    );
    await expect(here.send("tara", { ...epoch, compartments })).rejects.toMatchObject(refused(422, "noAccess"));
  }
  await here.send("tara", epoch);
  const second = (await here.read("tara")).compartments.filter((one) => one.epoch === 2);
  expect(second.map(({ type, holders }) => [type, holders.includes(id("lena")), holders.includes(id("tom"))])).toEqual([
    ["correspondence", false, false],
    ["deliberation", false, false],
    ["respondent", true, false],
  ]);
  expect(await here.act("lena", { event: "agency.reply", answer: ANSWERED })).toMatchObject({ state: "observations" });
  expect((await here.readable("ines")).map(({ body }) => body)).toContainEqual({ text: ANSWERED });
});

test("a contact who declares a conflict is out at once, and no later key is made for them", async () => {
  await here.act("ines", { ...PACKAGE, package: "To both of you.", grant: here.who("luca") });
  expect(await here.readable("luca")).toEqual(await here.readable("lena"));
  await here.act("luca", { event: "conflict.declare" });
  expect((await here.queue("luca")).rows).toEqual([]);
  await expect(here.read("luca")).rejects.toMatchObject(refused(404));
  expect((await here.read("lena")).compartments.at(-1)).toMatchObject({ type: "respondent", stale: true });
  const epoch = await here.write("tara", { event: "key.rewrapped" });
  const sealed = wrapsFor(epoch, "respondent", id("lena"))[0]?.sealed ?? "";
  const compartments = epoch.compartments.map((one) =>
    one.type === "respondent" ? { ...one, wraps: [...one.wraps, { person: id("luca"), sealed }] } : one,
  );
  await expect(here.send("tara", { ...epoch, compartments })).rejects.toMatchObject(refused(422, "noAccess"));
  await here.send("tara", epoch);
  const again = here.act("ines", { ...PACKAGE, grant: here.who("luca") });
  await expect(again).rejects.toMatchObject(refused(422, "targetRecused"));
  expect((await here.read("tara")).compartments.filter(({ holders }) => holders.includes(id("luca")))).toEqual([]);
  expect((await here.read("lena")).compartments.map((one) => one.epoch)).toEqual([1, 2, 3]);
});
