import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { StaticRouter } from "react-router-dom/server";
import { expect, test } from "vitest";
import { PurgedTable } from "~/components/desk/retention/purged-table";
import type { RetentionList } from "~/components/desk/retention/retention-list";
import { RetentionTable } from "~/components/desk/retention/retention-table";
import { WordsProvider } from "~/components/words";
import { serverWords } from "~/locales/words.server";

const holdings = { items: 12, parts: 2, bytes: 8_500_000, keys: 3, wraps: 9 };
const row = { case: "a".repeat(32), reference: "4BN-8SG-2T", kind: "complaint", holdings };
const rows: RetentionList["rows"] = [
  { ...row, day: "2026-11-20", stops: [] },
  { ...row, case: "b".repeat(32), day: "2027-01-10", stops: ["hold", "protection"] },
];
const purged = [{ quarter: "2026-Q3", counts: { tip: 4, complaint: 1 } }];

const show = (language: "en" | "ar") => {
  const children = [
    createElement(RetentionTable, { key: "due", rows, today: "2026-11-23" }),
    createElement(PurgedTable, { key: "purged", purged }),
  ];
  const provided = { words: serverWords(language), children };
  const page = createElement(StaticRouter, { location: "/" }, createElement(WordsProvider, provided));
  return renderToStaticMarkup(page)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
};

test("the dry run says of each case what would be destroyed, when, and what stops it", () => {
  const text = show("en");
  for (const words of [
    "12 sealed texts 2 parts of files at most 8.5 MB 3 keys 9 copies of keys Nothing",
    "On hold A report of retaliation is open",
    "2026-Q3 4 0 1",
  ])
    expect(text).toContain(words);
});

test("the dry run is whole in Arabic", () => {
  expect(show("ar")).not.toMatch(/due\.|stops\.|holdings\.|purged\.|column\./);
});
