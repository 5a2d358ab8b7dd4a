import { createHash, hkdfSync } from "node:crypto";
import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { describe, expect, test } from "vitest";
import { deriveReceiptSecrets, drawReceipt, parseReceipt, ReceiptError } from "../../crypto/receipt";
import { refusal } from "./support";

/** Source: trezor/python-mnemonic vectors.json, the 128-bit English vectors. */
const VECTORS: [string, string][] = [
  ["00000000000000000000000000000000", `${"abandon ".repeat(11)}about`],
  ["7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f", "legal winner thank year wave sausage worth useful legal winner thank yellow"],
  [
    "80808080808080808080808080808080",
    "letter advice cage absurd amount doctor acoustic avoid letter advice cage above",
  ],
  ["ffffffffffffffffffffffffffffffff", `${"zoo ".repeat(11)}wrong`],
  ["9e885d952ad362caeb4efe34a8e91bd2", "ozone drill grab fiber curtain grace pudding thank cruise elder eight picnic"],
  ["c0ba5a8e914111210f2bd131f3d5e08d", "scheme spot photo card baby mountain device kick cradle pact join borrow"],
  ["23db8160a31d3e0dca3688ed941adbf3", "cat swing flag economy stadium alone churn speed unique patch report train"],
  [
    "f30f8c1da665478f49b001d94c5fc452",
    "vessel ladder alter error federal sibling chat ability sun glass valve picture",
  ],
];

const OFFICE = "00112233445566778899aabbccddeeff00112233";
const WORDS = (VECTORS[4]?.[1] ?? "").split(" ");

describe("a receipt", () => {
  test("is twelve words of the list, different each time, and reads back", async () => {
    const receipts = Array.from({ length: 200 }, drawReceipt);
    for (const words of receipts) expect(await parseReceipt(words.join(" "))).toEqual(words);
    expect(new Set(receipts.map(String)).size).toBe(200);
  });

  test.each(VECTORS)("%s is written as BIP-39 says", async (entropy, phrase) => {
    expect(entropyToMnemonic(Buffer.from(entropy, "hex"), wordlist)).toBe(phrase);
    expect(await parseReceipt(phrase)).toEqual(phrase.split(" "));
  });

  test("is read as people type it", async () => {
    const typed = [
      WORDS.join("  ").toUpperCase(),
      WORDS.map((word, i) => `${i + 1}. ${word}`).join("\n"),
      WORDS.map((word, i) => `${i + 1}.${word},`).join(""),
      WORDS.map((word, i) => `${i + 1}) ${word};`).join(" "),
      WORDS.map((word, i) => `${i + 1} ${word}`).join("\t"),
      ` ${WORDS.join(" - ")}.\r\n`,
      WORDS.join("-"),
      WORDS.map((word, i) => `${"٠١٢٣٤٥٦٧٨٩"[i % 10]}، ${word}`).join(" "),
      `«${WORDS.join("\u00a0")}»`,
    ];
    for (const text of typed) expect(await parseReceipt(text)).toEqual(WORDS);
  });

  test("with too few or too many words says so", async () => {
    for (const text of ["", "abandon", WORDS.slice(1).join(" "), [...WORDS, "zoo"].join(" ")]) {
      expect(await refusal(parseReceipt(text))).toMatchObject({ name: "ReceiptError", fault: "length" });
    }
  });

  test("with a mistyped word names its place and the right word", async () => {
    const slips: [number, string, string][] = [
      [2, "dril", "drill"],
      [2, "drilll", "drill"],
      [4, "fibre", "fiber"],
      [4, "fibr", "fiber"],
      [5, "crutain", "curtain"],
      [7, "pudd", "pudding"],
      [7, "puddings", "pudding"],
      [12, "picnik", "picnic"],
      [8, "thamk", "thank"],
    ];
    for (const [position, typed, meant] of slips) {
      const refused = await refusal(parseReceipt(WORDS.with(position - 1, typed).join(" ")));
      expect(refused).toMatchObject({ fault: "word", position });
      expect(refused.suggestions).toContain(meant);
      expect(refused.message).not.toContain(typed);
    }
  });

  test("with nonsense in it suggests nothing", async () => {
    const refused = await refusal(parseReceipt(WORDS.with(0, "x".repeat(5000)).join(" ")));
    expect(refused).toMatchObject({ fault: "word", position: 1, suggestions: [] });
  });

  test("with two words swapped or one taken for another is noticed by the checksum, mostly", async () => {
    const swapped = [WORDS[1] ?? "", WORDS[0] ?? "", ...WORDS.slice(2)];
    expect(await refusal(parseReceipt(swapped.join(" ")))).toMatchObject({ fault: "checksum", suggestions: [] });
    const others = wordlist.filter((word) => word !== WORDS[5]);
    const accepted = await Promise.all(others.map((word) => isAccepted(WORDS.with(5, word))));
    const unnoticed = others.filter((_, index) => accepted[index]);
    expect(unnoticed.length / others.length).toBeLessThan(1 / 12);
  });
});

async function isAccepted(words: string[]): Promise<boolean> {
  try {
    return (await parseReceipt(words.join(" "))).length === 12;
  } catch (error) {
    if (error instanceof ReceiptError && error.fault === "checksum") return false;
    throw error;
  }
}

describe("a receipt's secrets", () => {
  test("are HKDF-SHA-256 of the entropy with the office as salt, as Node computes it", async () => {
    const secrets = await deriveReceiptSecrets(WORDS, OFFICE);
    const expected = (label: string) =>
      Buffer.from(
        hkdfSync(
          "sha256",
          mnemonicToEntropy(WORDS.join(" "), wordlist),
          Buffer.from(OFFICE, "hex"),
          `ombra/v1/${label}`,
          32,
        ),
      ).toString("hex");
    expect(secrets.locator).toBe(expected("locator"));
    expect(secrets.auth).toBe(expected("auth"));
    expect(Buffer.from(secrets.wrapKey).toString("hex")).toBe(expected("wrap-key"));
  });

  test("never change, so that a receipt from years ago still opens its mailbox", async () => {
    const { locator, auth, wrapKey } = await deriveReceiptSecrets((VECTORS[0]?.[1] ?? "").split(" "), OFFICE);
    const all = createHash("sha256").update(locator).update(auth).update(wrapKey).digest("hex");
    expect(all).toMatchInlineSnapshot(`"8d9552cc9042596b31880c8ee693474e0cde762644cfdbe0add11d51dafdef17"`);
  });

  test("are three different values, and others at another office", async () => {
    const here = await deriveReceiptSecrets(WORDS, OFFICE);
    const there = await deriveReceiptSecrets(WORDS, OFFICE.replace("0", "1"));
    const values = [here, there].flatMap(({ locator, auth, wrapKey }) => [
      locator,
      auth,
      Buffer.from(wrapKey).toString("hex"),
    ]);
    expect(new Set(values).size).toBe(6);
  });

  test("are refused to words that are no receipt", async () => {
    expect(await refusal(deriveReceiptSecrets(WORDS.slice(1), OFFICE))).toMatchObject({ fault: "length" });
  });

  test("need no WebAssembly", async () => {
    const kept = Reflect.get(globalThis, "WebAssembly");
    Reflect.set(globalThis, "WebAssembly", undefined);
    try {
      expect((await deriveReceiptSecrets(WORDS, OFFICE)).locator).toHaveLength(64);
    } finally {
      Reflect.set(globalThis, "WebAssembly", kept);
    }
  });
});
