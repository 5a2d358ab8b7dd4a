import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256Hex } from "../../crypto/bytes";
import { canonicalJson } from "../../crypto/canonical";
import { type Ending, signEnding, verifyEnding } from "../../crypto/directory";
import { certifyKey, generateKeyPair, type KeyPair, revokeCertification } from "../../crypto/keys";
import { requireRecipientKey } from "../../crypto/recipients";
import { openWrap, openWrapOuter, resealWrap, wrapForTwo, wrapKey } from "../../crypto/wraps";
import { certified, type Gpg, NOW, refusal, startGpg } from "./support";

let gpg: Gpg;
let office: KeyPair;
let staff: KeyPair;
beforeAll(async () => {
  gpg = await startGpg();
  office = await generateKeyPair({ name: "Office of the Ombudsperson", now: NOW });
  staff = await certified(office);
});
afterAll(() => gpg.close());

const officePublicKey = () => office.publicKey;
const takeBack = (by = office) =>
  revokeCertification({ publicKey: staff.publicKey, officePrivateKey: by.privateKey, reason: "left", now: NOW });

test("a key whose certification the office took back is refused, and gpg says so as well", async () => {
  const publicKey = await takeBack();
  const judged = (key: string) => requireRecipientKey({ publicKey: key, officePublicKey: office.publicKey, now: NOW });
  expect((await judged(staff.publicKey)).fingerprint).toBe(staff.fingerprint);
  expect(await refusal(judged(publicKey))).toMatchObject({ name: "RecipientKeyError", fault: "uncertified" });
  await gpg.ok(["--import"], office.publicKey);
  await gpg.ok(["--import"], publicKey);
  const { text } = await gpg.ok(["--with-colons", "--check-sigs", staff.fingerprint]);
  const byOffice = text
    .split("\n")
    .filter((line) => line.split(":")[4]?.toLowerCase() === office.fingerprint.slice(-16));
  expect(byOffice.map((line) => line.split(":").slice(0, 2))).toContainEqual(["rev", "!"]);
});

test("somebody else's revocation takes nothing back", async () => {
  const stranger = await generateKeyPair({ name: "Nobody", now: NOW });
  const publicKey = await takeBack(stranger);
  const judged = await requireRecipientKey({ publicKey, officePublicKey: office.publicKey, now: NOW });
  expect(judged.fingerprint).toBe(staff.fingerprint);
});

test("an ending is about one line, in one form, by the office key", async () => {
  const entry = canonicalJson({ v: 1, person: "a".repeat(32), day: "2026-11-23" });
  const ending: Ending = {
    v: 1,
    line: await sha256Hex(entry),
    person: "a".repeat(32),
    fingerprint: staff.fingerprint,
    reason: "left",
    day: "2026-11-24",
  };
  const text = canonicalJson({ ...ending });
  const signature = await signEnding(ending, office.privateKey);
  const check = (changed: object = {}) =>
    verifyEnding({ entry, ending: text, signature, officePublicKey: officePublicKey(), ...changed });
  expect(await check()).toEqual(ending);
  const other = canonicalJson({ ...ending, day: "2026-11-25" });
  const forged = await signEnding(ending, staff.privateKey);
  expect(await refusal(check({ ending: other }))).toMatchObject({ fault: "badSignature" });
  expect(await refusal(check({ ending: `${text} ` }))).toMatchObject({ fault: "malformed" });
  expect(await refusal(check({ entry: entry.replace("23", "22") }))).toMatchObject({ fault: "malformed" });
  expect(await refusal(check({ signature: forged }))).toMatchObject({ fault: "unknownSigner" });
  expect(await refusal(check({ ending: "{}" }))).toMatchObject({ fault: "malformed" });
});

test("a wrap moves from an old key to a new one with the same key inside, also the outer of two layers", async () => {
  const next = await generateKeyPair({ name: "Staff", now: NOW });
  const publicKey = await certifyKey({
    publicKey: next.publicKey,
    name: "Staff",
    officePrivateKey: office.privateKey,
    now: NOW,
  });
  const recipient = await requireRecipientKey({ publicKey, officePublicKey: office.publicKey, now: NOW });
  const compartment = await generateKeyPair({ name: "", now: NOW });
  const [{ privateKey, fingerprint }, now] = [compartment, NOW];
  const sealed = await wrapKey({ privateKey, recipient: staff.publicKey, now });
  const moved = await resealWrap({ sealed, privateKey: staff.privateKey, recipient, now });
  expect(await openWrap({ sealed: moved, privateKey: next.privateKey, fingerprint })).toBe(privateKey);
  expect(await refusal(openWrap({ sealed: moved, privateKey: staff.privateKey, fingerprint }))).toMatchObject({
    fault: "cannotOpen",
  });
  const other = await certified(office);
  const key = (pair: KeyPair) => requireRecipientKey({ ...pair, officePublicKey: office.publicKey, now });
  const both = await wrapForTwo({ privateKey, inner: await key(other), outer: await key(staff), now });
  const outer = await resealWrap({ sealed: both, privateKey: staff.privateKey, recipient, now });
  const inner = await openWrapOuter({ sealed: outer, privateKey: next.privateKey });
  expect(await openWrap({ sealed: inner, privateKey: other.privateKey, fingerprint })).toBe(privateKey);
});
