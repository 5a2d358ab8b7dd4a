import { armor, unarmor } from "openpgp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generateCompartmentKey } from "../../crypto/compartments";
import { shortCode, signDirectoryEntry, verifyDirectoryEntry } from "../../crypto/directory";
import { certifyKey, encryptionKeyIds, generateKeyPair, type KeyPair, readFingerprint } from "../../crypto/keys";
import {
  createMessage,
  encrypt,
  enums,
  generateKey,
  readKey,
  readMessage,
  readPrivateKey,
  revokeKey,
  SETTINGS,
} from "../../crypto/openpgp";
import { RecipientKeyError, requireRecipientKey } from "../../crypto/recipients";
import { wrapKey } from "../../crypto/wraps";
import { certified, DAY_MS, flipBit, type Gpg, later, NOW, refusal, startGpg } from "./support";

let gpg: Gpg;
let office: KeyPair;
let staff: KeyPair;

beforeAll(async () => {
  gpg = await startGpg();
  office = await generateKeyPair({ name: "Office of the Ombudsperson", now: NOW });
  staff = await certified(office);
});

afterAll(() => gpg.close());

async function require(publicKey: string, now = NOW, officePublicKey = office.publicKey) {
  return requireRecipientKey({ publicKey, officePublicKey, now });
}

/** A key as gpg makes it, certified by the office with `faked` gpg settings left aside. */
async function gpgKey(name: string, algorithm: string, expires = "2y"): Promise<string> {
  await gpg.ok(["--passphrase", "", "--quick-generate-key", name, algorithm, "default", expires]);
  const { text } = await gpg.ok(["--with-colons", "--list-keys", name]);
  const fingerprint =
    text
      .split("\n")
      .find((line) => line.startsWith("fpr:"))
      ?.split(":")[9] ?? "";
  const subkey = algorithm.startsWith("ed") ? "cv25519" : algorithm;
  await gpg.ok(["--passphrase", "", "--quick-add-key", fingerprint, subkey, "encr", expires]);
  return (await gpg.ok(["--armor", "--export", fingerprint])).text;
}

describe("settings", () => {
  test("are in force in the library, for every call", async () => {
    const { config } = await import("openpgp");
    for (const [name, value] of Object.entries(SETTINGS)) {
      expect([name, config[name as keyof typeof config]]).toEqual([name, value]);
    }
  });

  test("never let unauthenticated plaintext out and never choose OCB", () => {
    expect(SETTINGS).toMatchObject({
      allowUnauthenticatedMessages: false,
      allowUnauthenticatedStream: false,
      aeadProtect: false,
      v6Keys: false,
      maxDecompressedMessageSize: 32 * 1024 * 1024,
    });
  });
});

describe("a key pair", () => {
  test("is version 4, Ed25519 and Curve25519 in the form that gpg reads, dated two days back, without expiry", async () => {
    const key = await readKey({ armoredKey: staff.publicKey });
    expect(key.keyPacket.version).toBe(4);
    expect(key.getAlgorithmInfo()).toEqual({ algorithm: "eddsaLegacy", curve: "ed25519Legacy" });
    expect(key.subkeys.map((subkey) => subkey.getAlgorithmInfo())).toEqual([
      { algorithm: "ecdh", curve: "curve25519Legacy" },
    ]);
    const twoDaysBack = new Date(NOW.getTime() - 2 * DAY_MS).toISOString();
    // The day and no more: the second would be that of a report.
    expect(key.getCreationTime().toISOString()).toBe(`${twoDaysBack.slice(0, 10)}T00:00:00.000Z`);
    expect(await key.getExpirationTime()).toBe(Number.POSITIVE_INFINITY);
    expect(staff.fingerprint).toMatch(/^[0-9a-f]{40}$/);
    expect(await readFingerprint(staff.publicKey)).toBe(staff.fingerprint);
    expect(await readFingerprint(staff.privateKey)).toBe(staff.fingerprint);
  });

  test("does not advertise SEIPD version 2, so that nobody's software chooses what gpg cannot read", async () => {
    const key = await readKey({ armoredKey: staff.publicKey });
    expect([...((await key.getPrimaryUser(NOW)).selfCertification.features ?? [])]).toEqual([1]);
  });

  test("of a compartment has an empty user ID and says nothing in its armor", async () => {
    const compartment = await generateCompartmentKey({ now: NOW });
    expect((await readKey({ armoredKey: compartment.publicKey })).getUserIDs()).toEqual([""]);
    expect(compartment.publicKey).not.toMatch(/Version|Comment/);
  });

  test("is addressed by its encryption subkey, 16 hex characters", async () => {
    const key = await readKey({ armoredKey: staff.publicKey });
    expect(await encryptionKeyIds(staff.publicKey, NOW)).toEqual([key.subkeys[0]?.getKeyID().toHex()]);
  });

  test("is not certified under a name that it does not bear, and not from a broken office key", async () => {
    const options = { publicKey: staff.publicKey, officePrivateKey: office.privateKey, now: NOW };
    expect(await refusal(certifyKey({ ...options, name: "Somebody Else" }))).toMatchObject({
      name: "CertificationError",
    });
    expect(await refusal(certifyKey({ ...options, name: "Noor Haddad", officePrivateKey: "x" }))).toMatchObject({
      name: "PrivateKeyError",
    });
  });
});

describe("a recipient key", () => {
  test("that the office certified is accepted, with its name", async () => {
    const { fingerprint, name } = await require(staff.publicKey);
    expect([fingerprint, name]).toEqual([staff.fingerprint, "Noor Haddad"]);
  });

  test("works for a reporter whose clock is a day or ten years behind", async () => {
    for (const now of [later(-1), later(-3650)]) {
      const recipient = await require(staff.publicKey, now);
      const compartment = await generateCompartmentKey({ now });
      expect(await wrapKey({ privateKey: compartment.privateKey, recipient, now })).toContain("BEGIN PGP MESSAGE");
    }
  });

  test("that nobody, or another office, certified is refused by name", async () => {
    const plain = await generateKeyPair({ name: "Mallory", now: NOW });
    const otherOffice = await generateKeyPair({ name: "Office of the Ombudsperson", now: NOW });
    const foreign = await certified(otherOffice, "Mallory");
    for (const { publicKey, fingerprint } of [plain, foreign]) {
      const refused = await refusal(require(publicKey));
      expect(refused).toMatchObject({
        name: "RecipientKeyError",
        fault: "uncertified",
        fingerprint,
        holder: "Mallory",
      });
      expect(refused.message).not.toContain("Mallory");
    }
  });

  test("whose certification was moved over from another key is refused", async () => {
    const mallory = await readKey({ armoredKey: (await generateKeyPair({ name: "Noor Haddad", now: NOW })).publicKey });
    const honest = await readKey({ armoredKey: staff.publicKey });
    mallory.users[0]?.otherCertifications.push(...(honest.users[0]?.otherCertifications ?? []));
    expect(await refusal(require(mallory.armor()))).toMatchObject({ fault: "uncertified" });
  });

  test("that the office certified but has since revoked is refused", async () => {
    await gpg.ok(["--import"], office.privateKey);
    await gpg.ok(["--import"], staff.publicKey);
    const args = [
      "--no-batch",
      "--command-fd",
      "0",
      "--local-user",
      office.fingerprint,
      "--edit-key",
      staff.fingerprint,
    ];
    await gpg.ok(args.concat("revsig"), "y\ny\n0\n\ny\nsave\n");
    const exported = await gpg.ok(["--armor", "--export", staff.fingerprint]);
    expect(await refusal(require(exported.text))).toMatchObject({ fault: "uncertified" });
  });

  test("that has expired is refused, also by a clock that is right and by one that is ahead", async () => {
    const { publicKey } = await generateKey({
      type: "ecc",
      curve: "curve25519Legacy",
      userIDs: [{ name: "Past" }],
      date: later(-10),
      keyExpirationTime: 5 * 24 * 60 * 60,
    });
    expect(await refusal(require(publicKey))).toMatchObject({ fault: "expired", holder: "Past" });
    expect(await refusal(require(publicKey, later(400)))).toMatchObject({ fault: "expired" });
    expect(await refusal(require(publicKey, later(-7)))).toMatchObject({ fault: "uncertified" });
  });

  test("that has been revoked is refused, whatever the clock says", async () => {
    const { privateKey } = await generateKey({
      type: "ecc",
      curve: "curve25519Legacy",
      userIDs: [{ name: "Gone" }],
      date: later(-10),
      format: "object",
    });
    const { publicKey } = await revokeKey({ key: privateKey, date: later(-1) });
    for (const now of [NOW, later(-9), later(30)]) {
      expect(await refusal(require(publicKey, now))).toMatchObject({ fault: "revoked", holder: "Gone" });
    }
  });

  test("of RSA with 1024 or 2048 bits, DSA or secp256k1 is refused as weak, RSA 3072 is not", async () => {
    for (const algorithm of ["rsa1024", "rsa2048", "dsa2048", "secp256k1"]) {
      const publicKey = await weakKey(algorithm);
      expect([algorithm, (await refusal(require(publicKey))).fault]).toEqual([algorithm, "weak"]);
    }
    expect(await refusal(require(await gpgKey("Strong", "rsa3072")))).toMatchObject({ fault: "uncertified" });
  }, 60_000);

  test("with only a weak, expired or revoked encryption subkey is refused for that reason", async () => {
    await gpg.ok(["--passphrase", "", "--quick-generate-key", "Weak subkey", "ed25519", "default", "2y"]);
    const { text } = await gpg.ok(["--with-colons", "--list-keys", "Weak subkey"]);
    const fingerprint =
      text
        .split("\n")
        .find((line) => line.startsWith("fpr:"))
        ?.split(":")[9] ?? "";
    const exported = () => gpg.ok(["--armor", "--export", fingerprint]).then((result) => result.text);
    expect(await refusal(require(await exported()))).toMatchObject({ fault: "malformed" });
    await gpg.ok(["--passphrase", "", "--quick-add-key", fingerprint, "rsa2048", "encr", "2y"]);
    expect(await refusal(require(await exported()))).toMatchObject({ fault: "weak" });
    expect(await refusal(require(await gpgKey("Short subkey", "ed25519", "1d"), later(3)))).toMatchObject({
      fault: "expired",
    });
  }, 30_000);

  test("that is damaged, empty, private or no key is refused as malformed", async () => {
    const lines = staff.publicKey.split("\n");
    const damaged = lines.with(4, (lines[4] ?? "").replace(/^../, "//")).join("\n");
    for (const text of ["", "hello", staff.privateKey, lines.slice(0, 6).join("\n")]) {
      expect(await refusal(require(text))).toMatchObject({ name: "RecipientKeyError", fault: "malformed" });
    }
    expect((await refusal(require(damaged))).name).toBe("RecipientKeyError");
  });

  test("with any bit turned over is refused, or is still the very key that the office certified", async () => {
    const { data } = await unarmor(staff.publicKey);
    const bytes = data as unknown as Uint8Array;
    for (let i = 0; i < 400; i++) {
      const publicKey = armor(enums.armor.publicKey, flipBit(bytes, Math.floor((bytes.length / 400) * i), i % 8));
      const result = await require(publicKey).catch((error: unknown) => error);
      if (result instanceof RecipientKeyError) continue;
      expect(result).toMatchObject({ fingerprint: staff.fingerprint, name: "Noor Haddad" });
    }
  });

  test("is refused where the office key cannot vouch for anybody: unreadable, expired or revoked", async () => {
    const made = await generateKey({ ...EXPIRING, userIDs: [{ name: "Office" }], format: "object" });
    const revoked = await revokeKey({ key: await readPrivateKey({ armoredKey: office.privateKey }), date: NOW });
    const past = { privateKey: made.privateKey.armor(), publicKey: made.publicKey.armor(), fingerprint: "" };
    const key = await generateKeyPair({ name: "Noor Haddad", now: later(-7) });
    const publicKey = await certifyKey({
      ...key,
      name: "Noor Haddad",
      officePrivateKey: past.privateKey,
      now: later(-7),
    });
    expect((await require(publicKey, later(-7), past.publicKey)).name).toBe("Noor Haddad");
    expect(await refusal(require(publicKey, NOW, past.publicKey))).toMatchObject({ fault: "uncertified" });
    for (const officeKey of ["", revoked.publicKey]) {
      expect(await refusal(require(staff.publicKey, NOW, officeKey))).toMatchObject({ fault: "uncertified" });
    }
  });

  test("is judged again by every wrap, so that a bad one is never skipped", async () => {
    const compartment = await generateCompartmentKey({ now: NOW });
    const refused = await refusal(wrapKey({ privateKey: compartment.privateKey, recipient: "none", now: NOW }));
    expect(refused).toMatchObject({ name: "RecipientKeyError", fault: "malformed" });
  });

  test("that advertises SEIPD version 2 still receives version 1", async () => {
    const { publicKey } = await generateKey({
      type: "ecc",
      curve: "curve25519Legacy",
      userIDs: [{ name: "Modern" }],
      date: later(-3),
      config: { aeadProtect: true },
    });
    const compartment = await generateCompartmentKey({ now: NOW });
    const sealed = await wrapKey({ privateKey: compartment.privateKey, recipient: publicKey, now: NOW });
    const versions = async (armored: string) =>
      (await readMessage({ armoredMessage: armored })).packets.map((packet) => Reflect.get(packet, "version"));
    expect(await versions(sealed)).toEqual([3, 1]);
    const encryptionKeys = await readKey({ armoredKey: publicKey });
    const byDefault = await encrypt({ message: await createMessage({ text: "x" }), encryptionKeys, date: NOW });
    expect(await versions(byDefault)).toEqual([6, 2]);
  });
});

describe("the directory", () => {
  const entry = () => ({
    v: 1 as const,
    person: "00112233445566778899aabbccddeeff",
    name: "Noor Haddad",
    fingerprint: staff.fingerprint,
    roles: ["intake" as const, "investigator" as const],
    day: "2026-11-23",
  });

  test("vouches for exactly the entry that the office signed", async () => {
    const signature = await signDirectoryEntry(entry(), office.privateKey);
    await verifyDirectoryEntry(entry(), signature, office.publicKey, NOW);
    const bad = { name: "SignatureError", fault: "badSignature" };
    for (const changed of [
      { ...entry(), roles: ["ombudsperson" as const] },
      { ...entry(), fingerprint: "0".repeat(40) },
      { ...entry(), name: "Mallory" },
      { ...entry(), day: "2026-11-24" },
    ]) {
      expect(await refusal(verifyDirectoryEntry(changed, signature, office.publicKey))).toMatchObject(bad);
    }
  });

  test("is not vouched for by anybody else", async () => {
    const signature = await signDirectoryEntry(entry(), staff.privateKey);
    const refused = await refusal(verifyDirectoryEntry(entry(), signature, office.publicKey));
    expect(refused).toMatchObject({ fault: "unknownSigner" });
    expect(await refusal(verifyDirectoryEntry(entry(), "", office.publicKey))).toMatchObject({ fault: "malformed" });
  });

  test("shows fingerprints as four groups of four digits to compare", async () => {
    const code = await shortCode(staff.fingerprint);
    expect(code).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/);
    expect(await shortCode(office.fingerprint)).not.toBe(code);
    expect(await shortCode("0".repeat(40))).toMatchInlineSnapshot(`"6992 3682 3386 1888"`);
  });
});

const EXPIRING = {
  type: "ecc",
  curve: "curve25519Legacy",
  date: later(-10),
  keyExpirationTime: 5 * 24 * 60 * 60,
} as const;

async function weakKey(algorithm: string): Promise<string> {
  if (algorithm === "secp256k1" || algorithm.startsWith("dsa")) {
    const lines = algorithm === "secp256k1" ? ECC_PARAMETERS : DSA_PARAMETERS;
    await gpg.ok(
      ["--passphrase", "", "--generate-key"],
      `%no-protection\n${lines}\nName-Real: Weak ${algorithm}\n%commit\n`,
    );
    return (await gpg.ok(["--armor", "--export", `Weak ${algorithm}`])).text;
  }
  return gpgKey(`Weak ${algorithm}`, algorithm);
}

const ECC_PARAMETERS = "Key-Type: ECDSA\nKey-Curve: secp256k1\nSubkey-Type: ECDH\nSubkey-Curve: secp256k1";
const DSA_PARAMETERS = "Key-Type: DSA\nKey-Length: 2048\nSubkey-Type: ELG-E\nSubkey-Length: 2048";
