import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeWords } from "~/reporter/words";
import { wordsIn } from "./support/words";

test("values are put into sentences, and names keep to themselves in any direction of writing", () => {
  const { t } = makeWords({ a: "Hello {{name}}, {{ count }} times", b: { c: "deep" } }, "en");
  expect(t("a", { name: "Sami", count: 3 })).toBe("Hello \u2068Sami\u2069, 3 times");
  expect(t("b.c")).toBe("deep");
  expect(t("b.unknown")).toBe("b.unknown");
});

test("plurals follow the language", () => {
  const english = wordsIn("en").t;
  expect(english("open.slip.length", { count: 1 })).toContain("one word");
  expect(english("open.slip.length", { count: 5 })).toContain("5 words");
  const arabic = wordsIn("ar").t;
  const said = [1, 2, 3, 11].map((count) => arabic("errors.title", { count }));
  expect(new Set(said).size).toBe(4);
});

test("days are written out with Western digits in both languages", () => {
  expect(wordsIn("en").day("2026-11-30")).toBe("30 November 2026");
  expect(wordsIn("ar").day("2026-11-30")).toMatch(/^30 نوفمبر 2026$/);
});

test.each(["en", "ar"] as const)("every word that the module asks for exists in %s", (language) => {
  const { has, t } = wordsIn(language);
  const missing = keysInSource().filter((key) => !has(key) && t(key, { count: 5 }) === key);
  expect(missing).toEqual([]);
});

test.each(["en", "ar"] as const)("states, milestones, roles and faults all have words in %s", (language) => {
  const { has } = wordsIn(language);
  const states = readFileSync("workflows/states.ts", "utf8").match(/STATES = \[([\s\S]*?)\]/)?.[1] ?? "";
  const ids = [...states.matchAll(/"(\w+)"/g)].map((match) => match[1]);
  expect(ids.length).toBeGreaterThan(10);
  const keys = [
    ...ids.flatMap((id) => [`state.${id}.what`, `state.${id}.who`]),
    ...["acknowledgement", "assessment", "feedback", "decision", "review"].map((id) => `milestone.${id}`),
    ...["uncertified", "expired", "revoked", "weak", "malformed", "otherKey"].map((id) => `failure.recipient.${id}`),
    ...["unreachable", "timeout", "failed", "refused", "busy", "full", "file", "unknown"].map(
      (id) => `failure.why.${id}`,
    ),
    ...["missing", "tooShort", "tooLong", "month", "order", "unknown"].map((id) => `form.fault.${id}`),
    ...["reporter_message", "reporter_reply", "review_request"].flatMap((id) => [
      `mailbox.can.${id}`,
      ...["title", "label", "hint", "send"].map((part) => `mailbox.write.${id}.${part}`),
    ]),
  ];
  expect(keys.filter((key) => !has(key))).toEqual([]);
});

/** Keys that stand in the source whole; composed ones are checked by name above. */
function keysInSource(): string[] {
  const folder = join(process.cwd(), "app/reporter");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const text = files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  return [...text.matchAll(/\bt\(\s*"([\w.]+)"/g)].map((match) => match[1] ?? "");
}
