import { argon2Sync, hkdfSync } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { fromBase64, toBase64 } from "../../crypto/bytes";
import { generateKeyPair, type KeyPair } from "../../crypto/keys";
import {
  deriveStaffSecrets,
  exportForRecovery,
  lockPrivateKey,
  PASSPHRASE_KDF,
  unlockPrivateKey,
} from "../../crypto/lock";
import { estimateStrength, suggestPassphrase } from "../../crypto/passphrase";
import { flipBit, NOW, refusal } from "./support";

const SALT = "000102030405060708090a0b0c0d0e0f";
let key: KeyPair;
let secrets: Awaited<ReturnType<typeof deriveStaffSecrets>>;

beforeAll(async () => {
  key = await generateKeyPair({ name: "Noor Haddad", now: NOW });
  secrets = await deriveStaffSecrets("correct horse", SALT);
});

describe("a staff passphrase", () => {
  test("gives the same two secrets each time, and others with another salt or passphrase", async () => {
    expect(await deriveStaffSecrets("correct horse", SALT)).toEqual(secrets);
    const other = await deriveStaffSecrets("correct horsf", SALT);
    const elsewhere = await deriveStaffSecrets("correct horse", SALT.replace("00", "01"));
    expect(new Set([secrets.signIn, other.signIn, elsewhere.signIn]).size).toBe(3);
    expect(secrets.signIn).not.toBe(Buffer.from(secrets.lockKey).toString("hex"));
  });

  test("never changes its secrets, so that a key locked years ago still opens", () => {
    expect(secrets.signIn).toMatchInlineSnapshot(`"d97b46088ea7b7cc57c367eebd1b031a848d1f1a361fd30250a27381ae86dc20"`);
  });

  test("is stretched by Argon2id and HKDF as Node computes them", () => {
    const nonce = Buffer.from(SALT, "hex");
    const params = {
      message: Buffer.from("correct horse"),
      nonce,
      parallelism: 4,
      tagLength: 32,
      memory: 65536,
      passes: 3,
    };
    const stretched = argon2Sync("argon2id", params);
    const derive = (label: string) => Buffer.from(hkdfSync("sha256", stretched, "", `ombra/v1/staff/${label}`, 32));
    expect(secrets.signIn).toBe(derive("sign-in").toString("hex"));
    expect(Buffer.from(secrets.lockKey).equals(derive("lock"))).toBe(true);
  });

  test("does not depend on how the keyboard composes accents", async () => {
    const composed = await deriveStaffSecrets("d\u00e9j\u00e0", SALT);
    expect(await deriveStaffSecrets("de\u0301ja\u0300", SALT)).toEqual(composed);
  });

  test("is never stretched with less than 64 MiB, three passes, a short salt, or with gigabytes", async () => {
    const unsafe = [
      { ...PASSPHRASE_KDF, memoryKiB: 8 },
      { ...PASSPHRASE_KDF, passes: 1 },
      { ...PASSPHRASE_KDF, memoryKiB: 64 * 1024 * 1024 },
      { ...PASSPHRASE_KDF, lanes: 0 },
      { ...PASSPHRASE_KDF, memoryKiB: Number.NaN },
    ];
    for (const kdf of unsafe) {
      expect(await refusal(deriveStaffSecrets("x", SALT, kdf))).toMatchObject({
        name: "LockError",
        fault: "unsafeKdf",
      });
    }
    expect(await refusal(deriveStaffSecrets("x", "0011"))).toMatchObject({ fault: "unsafeKdf" });
  });
});

describe("a locked private key", () => {
  const lock = () => lockPrivateKey({ ...key, lockKey: secrets.lockKey });
  const unlock = (locked: string, fingerprint = key.fingerprint, lockKey: Uint8Array = secrets.lockKey) =>
    unlockPrivateKey({ locked, lockKey, fingerprint });

  test("opens to exactly the key that was locked", async () => {
    expect(await unlock(await lock())).toBe(key.privateKey);
  });

  test("shows nothing of the key, and looks different each time", async () => {
    const [one, two] = await Promise.all([lock(), lock()]);
    expect(one).not.toBe(two);
    expect(Buffer.from(one, "base64").toString("latin1")).not.toContain("PGP");
  });

  test("does not open with another passphrase, for another person, or with any bit turned over", async () => {
    const locked = await lock();
    const bytes = fromBase64(locked);
    const cannot = { name: "LockError", fault: "cannotUnlock" };
    const { lockKey } = await deriveStaffSecrets("wrong", SALT);
    expect(await refusal(unlock(locked, key.fingerprint, lockKey))).toMatchObject(cannot);
    expect(await refusal(unlock(locked, "f".repeat(40)))).toMatchObject(cannot);
    for (const at of [0, 11, 12, 500, bytes.length - 1]) {
      expect(await refusal(unlock(toBase64(flipBit(bytes, at))))).toMatchObject(cannot);
    }
    for (const text of ["", "AAAA", "not base64"]) expect(await refusal(unlock(text))).toMatchObject(cannot);
  });

  test("is not made for a fingerprint that is not the key's", async () => {
    const refused = await refusal(
      lockPrivateKey({ privateKey: key.privateKey, lockKey: secrets.lockKey, fingerprint: "a".repeat(40) }),
    );
    expect(refused).toMatchObject({ name: "LockError", fault: "wrongKey" });
  });

  test("as a recovery copy is refused until its passphrase is taken off", async () => {
    const copy = await exportForRecovery({ privateKey: key.privateKey, passphrase: "for the safe" });
    const refused = await refusal(lockPrivateKey({ ...key, privateKey: copy, lockKey: secrets.lockKey }));
    expect(refused).toMatchObject({ name: "PrivateKeyError", fault: "locked" });
  });
});

describe("advice on passphrases", () => {
  test("a suggestion is six words and counts as strong", () => {
    const suggested = Array.from({ length: 50 }, suggestPassphrase);
    expect(new Set(suggested).size).toBe(50);
    for (const passphrase of suggested) expect(passphrase.split(" ")).toHaveLength(6);
    expect(suggested.filter((each) => estimateStrength(each).label === "strong").length).toBeGreaterThan(45);
  });

  test.each([
    ["", "weak"],
    ["password", "weak"],
    ["Password123!", "weak"],
    ["qwertyuiop", "weak"],
    ["aaaaaaaaaaaaaaaaaaaaaaaaa", "weak"],
    ["12345678901234567890", "weak"],
    ["abandon abandon abandon abandon abandon abandon", "weak"],
    ["Ombudsperson2026", "weak"],
    ["copper lantern anchor", "weak"],
    ["x7#Kq!9vLw2@", "strong"],
  ])("%j is %s", (passphrase, label) => {
    expect(estimateStrength(passphrase).label).toBe(label);
  });

  test("each more word makes it stronger", () => {
    const words = suggestPassphrase().split(" ");
    const bits = words.map((_, i) => estimateStrength([...new Set(words)].slice(0, i + 1).join(" ")).bits);
    expect(bits).toEqual(bits.toSorted((a, b) => a - b));
  });
});
