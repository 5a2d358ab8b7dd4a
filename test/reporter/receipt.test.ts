import { expect, test } from "vitest";
import { slipText } from "~/reporter/mailbox/words-form";
import { countReceiptWords, drawReceipt, parseReceipt, ReceiptError } from "~crypto/receipt";
import { wordsIn } from "./support/words";

const words = wordsIn("en");
const slip = async (typed: string) => {
  try {
    await parseReceipt(typed);
    return "";
  } catch (error) {
    if (!(error instanceof ReceiptError)) throw error;
    return slipText(error, typed, words).replace(/[\u2068\u2069]/g, "");
  }
};

test("too few words are counted", async () => {
  expect(await slip("1. orbit, 2. velvet")).toBe("Those are 2 words. A receipt has twelve.");
  expect(await slip("")).toContain("0 words");
  expect(countReceiptWords("1. orbit\n2) velvet, 3 amused")).toBe(3);
});

test("a word that is not on the list is named by its place, with what was perhaps meant", async () => {
  const receipt = drawReceipt();
  receipt[3] = "velvt";
  expect(await slip(receipt.join(" "))).toBe("Word 4 is not on the list. Did you mean velvet?");
});

test("two words that were swapped are found before anything is sent", async () => {
  const swapped = "zoo abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";
  expect(await slip(swapped)).not.toBe("");
});

test("every slip has a sentence of its own in Arabic too", () => {
  const arabic = wordsIn("ar");
  const errors = [
    new ReceiptError("length"),
    new ReceiptError("word", 2, ["velvet"]),
    new ReceiptError("word", 2),
    new ReceiptError("checksum", 3, ["orbit"]),
    new ReceiptError("checksum"),
  ];
  const texts = errors.map((error) => slipText(error, "one two", arabic));
  expect(new Set(texts).size).toBe(errors.length);
  for (const text of texts) expect(text).toMatch(/[\u0600-\u06FF]/);
});
