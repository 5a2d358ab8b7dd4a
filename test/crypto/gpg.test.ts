import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromUtf8, utf8 } from "../../crypto/bytes";
import { generateCompartmentKey } from "../../crypto/compartments";
import { openBareMessage, openItem, sealItem, sealPlainReply } from "../../crypto/items";
import { encryptionKeyIds, generateKeyPair, type KeyPair } from "../../crypto/keys";
import { exportForRecovery } from "../../crypto/lock";
import { sealPart } from "../../crypto/parts";
import { requireRecipientKey } from "../../crypto/recipients";
import { signText, verifyText } from "../../crypto/signatures";
import { openWrap, openWrapOuter, wrapForTwo, wrapKey } from "../../crypto/wraps";
import { CASE, certified, type Gpg, NOW, refusal, startGpg } from "./support";

let gpg: Gpg;
let office: KeyPair;
let officer: KeyPair;
let custodian: KeyPair;
let compartment: KeyPair;

beforeAll(async () => {
  gpg = await startGpg();
  office = await generateKeyPair({ name: "Office of the Ombudsperson", now: NOW });
  officer = await certified(office);
  custodian = await certified(office, "Ilse Brandt");
  compartment = await generateCompartmentKey({ now: NOW });
  await gpg.ok(["--import"], office.publicKey);
}, 30_000);

afterAll(() => gpg.close());

describe("GnuPG alone", () => {
  test("imports our keys, private and public, and sees an Ed25519 key with a Curve25519 subkey", async () => {
    await gpg.ok(["--import"], officer.publicKey);
    const { text } = await gpg.ok(["--with-colons", "--list-keys", officer.fingerprint]);
    const rows = text.split("\n").map((line) => line.split(":"));
    expect(rows.find(([kind]) => kind === "pub")).toMatchObject({ 3: "22", 16: "ed25519" });
    expect(rows.find(([kind]) => kind === "sub")).toMatchObject({ 3: "18", 16: "cv25519" });
    const subkey = rows.find(([kind]) => kind === "sub")?.[4]?.toLowerCase();
    expect(await encryptionKeyIds(officer.publicKey)).toEqual([subkey]);
  });

  test("finds the office's certification on a staff key to be good", async () => {
    await gpg.ok(["--import"], officer.publicKey);
    const { text } = await gpg.ok(["--with-colons", "--check-signatures", officer.fingerprint]);
    const good = text.split("\n").filter((line) => line.startsWith("sig:!:"));
    const keyId = office.fingerprint.slice(-16).toUpperCase();
    expect(good.some((line) => line.includes(`:${keyId}:`) && line.includes(":10x:"))).toBe(true);
    expect(text).not.toMatch(/^sig:[-?%]:/m);
  });

  test("goes from a wrap to the items and parts of a compartment, step by step", async () => {
    await gpg.ok(["--import"], officer.privateKey);
    const recipient = await requireRecipientKey({
      publicKey: officer.publicKey,
      officePublicKey: office.publicKey,
      now: NOW,
    });
    const sealed = await wrapKey({ privateKey: compartment.privateKey, recipient, now: NOW });
    const unwrapped = await gpg.ok(["--decrypt"], sealed);
    expect(unwrapped.text).toBe(compartment.privateKey);
    await gpg.ok(["--import"], unwrapped.stdout);

    const item = await sealItem({
      payload: { case: CASE, compartment: "correspondence", kind: "note", seq: 0, prev: "", body: { text: "Déjà vu" } },
      compartmentPublicKey: compartment.publicKey,
      signingKey: officer.privateKey,
      now: NOW,
    });
    const opened = await gpg.ok(["--status-fd", "2", "--decrypt"], item.armored);
    expect(JSON.parse(opened.text)).toMatchObject({ case: CASE, body: { text: "Déjà vu" } });
    expect(opened.log).toContain(`VALIDSIG ${officer.fingerprint.toUpperCase()}`);
    expect(opened.log).toContain("DECRYPTION_OKAY");

    const file = utf8("%PDF-1.7 …");
    const part = await sealPart(file, compartment.publicKey, NOW);
    const bytes = await gpg.ok(["--decrypt"], part.bytes);
    expect(bytes.stdout.subarray(0, file.length)).toEqual(Buffer.from(file));
  });

  test("lists one recipient, AES-256 and integrity protection, and no date, file name or compression", async () => {
    await gpg.ok(["--import"], compartment.privateKey);
    const { armored } = await sealItem({
      payload: { case: CASE, compartment: "correspondence", kind: "report", seq: 0, prev: "", body: null },
      compartmentPublicKey: compartment.publicKey,
      now: NOW,
    });
    const { text } = await gpg.ok(["--list-packets"], armored);
    expect(text.match(/:pubkey enc packet: version 3, algo 18/g)).toHaveLength(1);
    expect(text).toContain("mdc_method: 2");
    expect(text).toMatch(/:literal data packet:\s+mode b .*created 0, name=""/);
    expect(text).not.toContain("compressed packet");
    expect(text).not.toContain("aead");
  });

  test("opens a wrap for two only in the right order", async () => {
    const [inner, outer] = await Promise.all(
      [officer, custodian].map(({ publicKey }) =>
        requireRecipientKey({ publicKey, officePublicKey: office.publicKey, now: NOW }),
      ),
    );
    if (!inner || !outer) throw new Error("Two recipients are needed.");
    const sealed = await wrapForTwo({ privateKey: compartment.privateKey, inner, outer, now: NOW });
    await gpg.ok(["--import"], officer.privateKey);
    expect((await gpg.run(["--decrypt"], sealed)).code).not.toBe(0);
    const middle = await openWrapOuter({ sealed, privateKey: custodian.privateKey });
    expect((await gpg.ok(["--decrypt"], middle)).text).toBe(compartment.privateKey);
  });

  test("verifies our detached signatures, and we verify gpg's", async () => {
    await gpg.ok(["--import"], officer.privateKey);
    const { writeFile } = await import("node:fs/promises");
    const [textFile, signatureFile] = [`${gpg.home}/act`, `${gpg.home}/act.asc`];
    await writeFile(textFile, "act");
    await writeFile(signatureFile, await signText("act", officer.privateKey, NOW));
    await gpg.ok(["--verify", signatureFile, textFile]);

    const theirs = await gpg.ok(["--armor", "--local-user", officer.fingerprint, "--detach-sign"], "act");
    const signer = await verifyText({ text: "act", signature: theirs.text, publicKey: officer.publicKey, now: NOW });
    expect(signer).toBe(officer.fingerprint);
  });

  test("imports the recovery copy of a key with its passphrase, and with no other", async () => {
    const key = await generateKeyPair({ name: "Recovery", now: NOW });
    const copy = await exportForRecovery({ privateKey: key.privateKey, passphrase: "correct horse" });
    expect(copy).not.toBe(key.privateKey);
    await gpg.ok(["--import"], copy);
    const sign = (passphrase: string) =>
      gpg.run(["--passphrase", passphrase, "--local-user", key.fingerprint, "--sign"], "text");
    expect((await sign("wrong")).code).not.toBe(0);
    expect((await sign("correct horse")).code).toBe(0);
  });
});

describe("what GnuPG made", () => {
  test("a wrap made by gpg opens here", async () => {
    await gpg.ok(["--import"], officer.publicKey);
    const sealed = await gpg.ok(["--armor", "--encrypt", "--recipient", officer.fingerprint], compartment.privateKey);
    const { privateKey } = officer;
    const { fingerprint } = compartment;
    expect(await openWrap({ sealed: sealed.text, privateKey, fingerprint })).toBe(compartment.privateKey);
    const refused = await refusal(openWrap({ sealed: sealed.text, privateKey, fingerprint: office.fingerprint }));
    expect(refused).toMatchObject({ name: "WrapError", fault: "wrongKey" });
  });

  test("an item made and signed by gpg opens here", async () => {
    await gpg.ok(["--import"], officer.privateKey);
    await gpg.ok(["--import"], compartment.publicKey);
    const text = `{"body":null,"case":"${CASE}","compartment":"correspondence","kind":"note","pad":"","prev":"","seq":1,"v":1}`;
    const recipient = ["--recipient", compartment.fingerprint];
    const made = await gpg.ok(["-a", "-s", "-e", "--local-user", officer.fingerprint, ...recipient], text);
    const { payload, signer } = await openItem({
      armored: made.text,
      compartmentPrivateKey: compartment.privateKey,
      expect: { case: CASE, compartment: "correspondence", seq: 1 },
      signers: { [officer.fingerprint]: officer.publicKey },
      requireSigned: true,
      now: NOW,
    });
    expect([payload.kind, signer]).toEqual(["note", officer.fingerprint]);
  });

  test("a report with a reply key inside opens, and the answer opens in gpg", async () => {
    await gpg.ok(["--import"], officer.publicKey);
    const make = ["--passphrase", "", "--quick-generate-key", "A Reader <reader@example.org>"];
    for (const kind of ["rsa2048", "rsa3072", "ed25519"]) {
      await gpg.ok([...make.slice(0, -1), `${kind} reader`, kind === "ed25519" ? "ed25519" : kind, "default", "2y"]);
      const fingerprint = await fingerprintOf(`${kind} reader`);
      if (kind !== "rsa2048")
        await gpg.ok(["--passphrase", "", "--quick-add-key", fingerprint, subkeyOf(kind), "encr", "2y"]);
      else await gpg.ok(["--passphrase", "", "--quick-add-key", fingerprint, "rsa2048", "encr", "2y"]);
      const replyKey = (await gpg.ok(["--armor", "--export", fingerprint])).text;
      const text = `They shipped it.\n\n${replyKey}`;
      const report = await gpg.ok(["--armor", "--encrypt", "--recipient", officer.fingerprint], text);
      const opened = await openBareMessage({ armored: report.text, privateKey: officer.privateKey, now: NOW });
      expect(opened.publicKeyFault).toBeNull();
      if (!opened.publicKey) throw new Error("The reply key is missing.");
      const reply = await sealPlainReply({
        text: "Thank you.\nWhat was the date?",
        recipientPublicKey: opened.publicKey,
        signingKey: officer.privateKey,
        now: NOW,
      });
      const read = await gpg.ok(["--status-fd", "2", "--decrypt"], reply);
      expect(read.text.trimEnd()).toBe("Thank you.\nWhat was the date?");
      expect(read.text.length).toBe(16384);
      expect(read.log).toContain("GOODSIG");
    }
  }, 60_000);

  test("a report without a usable reply key says so", async () => {
    await gpg.ok(["--import"], officer.publicKey);
    const send = async (text: string) => {
      const report = await gpg.ok(["--armor", "--encrypt", "--recipient", officer.fingerprint], text);
      return openBareMessage({ armored: report.text, privateKey: officer.privateKey, now: NOW });
    };
    expect(await send("No key here.")).toEqual({
      text: "No key here.",
      publicKey: null,
      publicKeyFault: null,
      file: null,
    });
    const broken = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n-----END PGP PUBLIC KEY BLOCK-----";
    expect(await send(broken)).toMatchObject({ publicKey: null, publicKeyFault: "malformed" });
    expect(fromUtf8(utf8((await send("naïve")).text))).toBe("naïve");
  });
});

function subkeyOf(kind: string): string {
  return kind === "ed25519" ? "cv25519" : kind;
}

async function fingerprintOf(name: string): Promise<string> {
  const { text } = await gpg.ok(["--with-colons", "--list-keys", name]);
  const row = text.split("\n").find((line) => line.startsWith("fpr:"));
  return row?.split(":")[9] ?? "";
}
