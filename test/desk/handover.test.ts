import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { type HandoverChoice, NOTHING_CHOSEN } from "~/desk/handover/choice";
import { makePackage } from "~/desk/handover/make-package";
import { offeredOf } from "~/desk/handover/offered";
import { readKept } from "~/desk/handover/read-kept";
import { openCase } from "~/desk/open-case";
import { readForeignKey } from "~crypto/foreign-key";
import { generateKeyPair, type KeyPair, requirePrivateKey } from "~crypto/keys";
import { decryptMessage, literalBytes, parseArmored } from "~crypto/messages";
import { makeCase, makeOffice, type TestPerson } from "./support";

const ANSWERS = {
  summary: "Crates went out at night, and nobody asked for a licence for them.",
  safeContact: "On Sundays only.",
};
let ada: TestPerson;
let other: KeyPair;
let making: Omit<Parameters<typeof makePackage>[0], "choice">;

beforeAll(async () => {
  const people = await makeOffice({ ada: ["intake"] });
  ada = people.ada as TestPerson;
  other = await generateKeyPair({ name: "Elsewhere", now: new Date() });
  const { of } = await makeCase([ada], { form: "core/2", kind: "tip", language: "fr", answers: ANSWERS, struck: [] });
  const [record, { desk, held }] = [of(ada), ada];
  const fetch = () => Promise.reject(new Error("No part was asked for."));
  making = { record, opened: await openCase(record, desk, held), desk, held, language: "en", fetch };
});

async function chosen(part: Partial<HandoverChoice>): Promise<HandoverChoice> {
  const key = await readForeignKey(other.publicKey, new Date());
  return { ...NOTHING_CHOSEN, office: "Elsewhere", key, compared: true, ...part };
}

/** The files of a package, as whoever holds the other office's key unpacks them. */
async function unpack(armored: string) {
  const opened = await decryptMessage(
    (await parseArmored(armored)) as never,
    await requirePrivateKey(other.privateKey),
  );
  return unzipSync((opened && literalBytes(opened)) ?? new Uint8Array());
}

test("a letter goes alone unless more is ticked, and a short and a long one leave at the same size", async () => {
  const short = await makePackage({ ...making, choice: await chosen({ letter: "Please call." }) });
  const long = await makePackage({ ...making, choice: await chosen({ letter: "Please call us. ".repeat(40) }) });
  expect(short.armored.length).toBe(long.armored.length);
  expect(Object.keys(await unpack(short.armored)).sort()).toEqual(
    ["README.txt", "keys/office.asc", "keys/signer.asc", "letter.txt", "manifest.json", "padding.bin"].sort(),
  );
  expect(short.made.fileName).not.toBe(long.made.fileName);
  expect(short.made.kinds).toEqual(["letter"]);
});

test("the report goes without how to reach its author, and the case keeps the list with every digest", async () => {
  const { armored, made } = await makePackage({ ...making, choice: await chosen({ report: true }) });
  const files = await unpack(armored);
  const all = Object.entries(files).map(([name, bytes]) => (name === "padding.bin" ? "" : strFromU8(bytes)));
  expect(all.join()).toContain(ANSWERS.summary);
  expect(all.join()).not.toContain(ANSWERS.safeContact);
  const kept = readKept(made.kept);
  expect(kept).toMatchObject({
    office: "Elsewhere",
    recipient: other.fingerprint,
    digest: made.digest,
    kinds: ["report"],
  });
  expect(kept.entries.map(({ name }) => name)).toContain("report.json");
  // The reporter wrote in French, and reads it in French.
  expect(made.told).toMatch(/^Votre dossier a été transmis à Elsewhere le /);
});

test("nothing is made before office, key, comparison and contents are there", async () => {
  const whole = { letter: "Please call." };
  for (const gap of [{ office: " " }, { key: null }, { compared: false }, { letter: " " }]) {
    const choice = await chosen({ ...whole, ...gap });
    await expect(makePackage({ ...making, choice })).rejects.toMatchObject({ name: "ChoiceError" });
  }
});

test("a key that stands in the form is judged again when the package is made", async () => {
  const { key, ...choice } = await chosen({ letter: "Please call." });
  if (!key) throw new Error("The key was not read.");
  const swapped = { ...key, publicKey: other.privateKey };
  await expect(makePackage({ ...making, choice: { ...choice, key: swapped } })).rejects.toMatchObject({
    fault: "private",
  });
});

test("what cannot be read, and what the reporter wants kept here, is not offered", async () => {
  const { report, messages, files } = offeredOf(making.record, making.opened);
  expect([report?.item.kind, messages, files]).toEqual(["report", [], []]);
  const locked = await openCase(making.record, ada.desk, {
    ...ada.held,
    privateKey: other.privateKey,
    person: "0".repeat(32),
  });
  expect(offeredOf(making.record, locked).report).toBe(null);
});
