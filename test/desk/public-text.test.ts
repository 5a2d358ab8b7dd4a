import { expect, test } from "vitest";
import type { OpenedCase } from "~/desk/open-case";
import { faultOfText, NO_STATEMENT, OtherTextError, proposedText, textOf } from "~/desk/public-text";
import type { JsonValue } from "~crypto/canonical";
import { MOST_TEXT, paragraphsOf, publicTextDigest } from "~crypto/public-text";
import { COLLEAGUE, caseAt, ME } from "./support-cases";

const SALT = "5".repeat(32);
const DRAFT = { title: " A licence ", language: "ar", text: "First.\nStill first.\r\n \r\nSecond.\n\n\n" };
const EVENT = "statement.publish" as const;

test("an empty line parts paragraphs, and a line break stays inside one", () => {
  expect(textOf(DRAFT, SALT)).toEqual({
    ...{ v: 1, language: "ar", title: "A licence", salt: SALT },
    paragraphs: ["First.\nStill first.", "Second."],
  });
  expect(paragraphsOf(" \n\n ")).toEqual([]);
});

test("a text that is empty, too long, or turns its own direction is not proposed", () => {
  expect(faultOfText(DRAFT)).toBe(null);
  expect(faultOfText(NO_STATEMENT)).toBe("missing");
  expect(faultOfText({ ...DRAFT, language: "" })).toBe("missing");
  expect(faultOfText({ ...DRAFT, text: "x".repeat(MOST_TEXT + 1) })).toBe("tooLong");
  for (const hidden of ["\u202e", "\u2066", "\u0007", "\u200b\u0000"])
    expect(faultOfText({ ...DRAFT, text: `Two ${hidden} words.` })).toBe("hidden");
});

test("what is read before it is published is the proposer's own text with the digest in the proposal, or nothing", async () => {
  const text = textOf(DRAFT, SALT);
  const digest = await publicTextDigest(text);
  const proposal = { event: "act.propose", by: COLLEAGUE, digest: "1".repeat(64), codes: { statement: digest } };
  const context = { proposals: { [EVENT]: proposal } };
  const record = caseAt({ kind: "complaint", state: "publicationReview", context });
  const opened = (signer: string, statement: JsonValue, kind = "statement") =>
    ({
      keys: new Map(),
      items: [{ state: "open", item: { kind }, body: { statement }, signer }],
    }) as unknown as OpenedCase;
  const read = (...given: Parameters<typeof opened>) => proposedText(record, opened(...given), EVENT);
  expect(await read(COLLEAGUE, text)).toEqual(text);
  const others: Parameters<typeof opened>[] = [
    [ME, text],
    [COLLEAGUE, text, "note"],
    [COLLEAGUE, { ...text, title: "Another licence" }],
    [COLLEAGUE, { ...text, salt: "6".repeat(32) }],
    [COLLEAGUE, null],
  ];
  for (const other of others) await expect(read(...other)).rejects.toBeInstanceOf(OtherTextError);
});
