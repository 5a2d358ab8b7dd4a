import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Outlet, Route, Routes } from "react-router-dom";
import { StaticRouter } from "react-router-dom/server";
import { expect, test, vi } from "vitest";
import { TriageFields } from "~/components/desk/act/triage-fields";
import { TriageSheet } from "~/components/desk/case/triage-sheet";
import { WordsProvider } from "~/components/words";
import { NO_ANSWERS } from "~/desk/act-answers";
import type { OpenedCase } from "~/desk/open-case";
import type { CaseRecord, OpenAct } from "~/desk/records";
import { EMPTY_TRIAGE, withTriage } from "~/desk/triage/draft";
import { triageBody } from "~/desk/triage/sheet";
import { serverWords } from "~/locales/words.server";

const ME = "a".repeat(32);
const record = {
  kind: "grievance",
  tier: null,
  acts: [],
  snapshot: { value: {}, context: { proposals: {} } },
  today: "2026-11-23",
} as unknown as CaseRecord;
const opened = {
  items: [{ state: "open", item: { kind: "report" }, body: { answers: { redFlags: ["RF-16"] } } }],
} as unknown as OpenedCase;
const values = { F1: 2, F2: 0, F3: 0, F4: 0, F5: 0, F7: 2, F8: 0, F9: 0, F10: 0, F11: 0, F12: 1 };
const whys = { F1: "Page 4 names <three> editors.", F6: "The contract shows it.", F7: "The ship leaves on Friday." };
const draft = { ...EMPTY_TRIAGE, values, whys, flags: ["RF-02", "RF-16", "RF-30"], plusOne: true, rules: ["O3"] };
const answers = { ...NO_ANSWERS, ...withTriage(record, ME, NO_ANSWERS, draft), tier: "T2", tierWhy: "It is near." };

/** A piece of the desk as the server sends it, in one language. */
function show(piece: ReactElement, language: "en" | "ar"): string {
  const frame = createElement(Outlet, { context: { me: { person: ME } } });
  const provided = { words: serverWords(language), children: frame };
  const routes = createElement(
    Route,
    { element: createElement(WordsProvider, provided) },
    createElement(Route, { path: "/", element: piece }),
  );
  return renderToStaticMarkup(createElement(StaticRouter, { location: "/" }, createElement(Routes, null, routes)));
}

const textOf = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/\s+/g, " ");
const sheet = (language: "en" | "ar", change: object = {}) =>
  textOf(
    show(
      createElement(TriageSheet, { body: { ...(triageBody(answers, record, "s") as object), ...change }, record }),
      language,
    ),
  );
const form = (language: "en" | "ar", faults: { field: "factors"; fault: "missing" }[] = []) => {
  const act = { event: "triage.setTier", needs: [] } as unknown as OpenAct;
  const props = { act, record, opened, answers, faults, onChange: vi.fn() };
  return show(createElement(TriageFields, props), language);
};

test("a second person reads every line of the sheet: factor, value, points times weight, and why", () => {
  const text = sheet("en");
  for (const words of [
    "T2 16 points; the policy says T2",
    "How severe is the harm? Targeted monitoring or discrimination 2 × 3 = 6 Page 4 names <three> editors.",
    "Confirmed red flags Three to five 2 × 1 = 2 The contract shows it.",
    "Shipment or appeal date within ten working days 2 × 2 = 4 The ship leaves on Friday.",
    "Misuse of confidential data Alleged A small firm, or time-critical: one point more 2 × 2 = 4",
    "an alternate has to act in their place",
    "The buyer is reluctant to state the end use",
    "Nationality, language, anonymity and the use of Tor never count",
    "Policy tiers@1, to be looked at again by 30 June 2027",
    "It is near.",
  ])
    expect(text).toContain(words);
  expect(text).not.toContain("does not follow from its lines");
  expect(sheet("en", { score: 3 })).toContain("does not follow from its lines");
});

test("the form shows sum and policy, marks what the reporter ticked, and closes the tiers that take a second person", () => {
  const markup = form("en");
  const text = textOf(markup);
  for (const words of [
    "16 points; the policy says T2",
    "3 confirmed",
    "The reporter ticked this.",
    "This follows from the date that you chose above.",
    "Below T2, which the policy says.",
    "You may raise the tier by one step, with reasons.",
  ])
    expect(text).toContain(words);
  const closed = [...markup.matchAll(/<input type="radio"[^>]*disabled=""[^>]*>.*?<span class="choice-label">(T\d)/g)];
  expect(closed.map(([, tier]) => tier)).toEqual(["T3", "T4"]);
});

test("the form says on which line a reason is missing", () => {
  expect(textOf(form("en", [{ field: "factors", fault: "missing" }]))).toContain(
    "Why · Misuse of confidential data Say why, in a few words.",
  );
});

test("sheet and form are whole in Arabic", () => {
  for (const text of [sheet("ar"), textOf(form("ar"))]) {
    expect(text).not.toMatch(/triage\.|overrides\.|factors\./);
    expect(
      text.replace(
        /Tor|T[1-4]|tiers@1|Page 4 names|three|editors|The contract shows it|The ship leaves on Friday|It is near/g,
        "",
      ),
    ).not.toMatch(/[A-Za-z]{3}/);
  }
});
