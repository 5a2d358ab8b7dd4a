import { expect, test } from "vitest";
import { readRecord, refresh } from "../../scripts/words/translated-from";

const MESSAGE = "public:frame.skip";
const OTHERS = ["ar", "fr", "es", "ru", "zh", "fa"];
/** The record as it would be if a text had been another one when it was last kept. */
const before = (...languages: string[]) => {
  const kept = readRecord();
  const pattern = new RegExp(`\\b(${languages.join("|")}):\\w+`, "g");
  return { ...kept, [MESSAGE]: (kept[MESSAGE] ?? "").replace(pattern, "$1:000000") };
};

test("every translation was looked at since its English text changed (npm run words -- looked MESSAGE)", () => {
  expect(refresh(readRecord()).stale).toEqual([]);
});

test("the record of the translations is that of today's catalogues (npm run words)", () => {
  const kept = readRecord();
  const { record } = refresh(kept);
  const names = [...new Set([...Object.keys(kept), ...Object.keys(record)])];
  expect(names.filter((name) => kept[name] !== record[name])).toEqual([]);
});

test("an English text that is reworded under the same key is noticed, with the languages that still say the old", () => {
  expect(refresh(before("en")).stale).toEqual([{ message: MESSAGE, languages: OTHERS }]);
  expect(refresh(before("en", "ar", "fr")).stale).toEqual([{ message: MESSAGE, languages: ["es", "ru", "zh", "fa"] }]);
  expect(refresh(before("en")).record[MESSAGE]).toBe(before("en")[MESSAGE]);
});

test("it is done once every translation changed too, or somebody says that they looked", () => {
  expect(refresh(before("en", ...OTHERS))).toEqual({ record: readRecord(), stale: [] });
  expect(refresh(before("en"), (message) => message === MESSAGE)).toEqual({ record: readRecord(), stale: [] });
  expect(refresh(before("en"), (message) => message === "public:other").stale).toHaveLength(1);
});
