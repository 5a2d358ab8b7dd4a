import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Outlet, Route, Routes } from "react-router-dom";
import { StaticRouter } from "react-router-dom/server";
import { expect, test, vi } from "vitest";
import { ActFields } from "~/components/desk/act/act-fields";
import { WhatWillHappen } from "~/components/desk/act/what-will-happen";
import { Beside } from "~/components/desk/case/beside";
import { BlockedActs } from "~/components/desk/case/blocked-acts";
import { CaseHead } from "~/components/desk/case/case-head";
import { Clocks, Missed } from "~/components/desk/case/clocks";
import { OpenActs } from "~/components/desk/case/open-acts";
import { CaseSide } from "~/components/desk/case/side";
import { Stages } from "~/components/desk/case/stages";
import { Timeline } from "~/components/desk/case/timeline";
import { WordsProvider } from "~/components/words";
import { findActFaults, NO_ANSWERS } from "~/desk/act-answers";
import type { OpenedCase } from "~/desk/open-case";
import type { CaseRecord, OpenAct } from "~/desk/records";
import { serverWords } from "~/locales/words.server";
import { type FormNeed, KINDS, minimumOf, statesOf } from "~workflows";
import { COLLEAGUE, caseAt, filledFor, ME, PROPOSED, THIRD } from "./support-cases";

const person = (id: string, displayName: string) => ({ person: id, displayName, roles: ["investigator"] });
const desk = {
  me: { person: ME, roles: ["intake"] },
  office: { name: "Office" },
  directory: [person(ME, "Tara"), person(COLLEAGUE, "Tom"), person(THIRD, "Ines")],
  today: "2026-11-23",
};
const opened = {
  items: [
    {
      state: "open",
      item: { digest: PROPOSED, kind: "rationale" },
      compartment: { type: "deliberation" },
      body: { text: "Two accounts agree." },
    },
  ],
  keys: new Map(),
} as unknown as OpenedCase;

/** A piece of the desk as the server sends it, in one language. */
function show(piece: ReactElement, language: "en" | "ar" = "en"): string {
  const frame = createElement(Outlet, { context: desk });
  const provided = { words: serverWords(language), children: frame };
  const route = createElement(Route, { path: "/", element: piece });
  const routes = createElement(Route, { element: createElement(WordsProvider, provided) }, route);
  return renderToStaticMarkup(createElement(StaticRouter, { location: "/" }, createElement(Routes, null, routes)));
}

const textOf = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, " ");
/** A key of a catalogue that stands on the page because it has no words. */
const wordless = (markup: string) =>
  textOf(markup).match(
    /\b(acts?|case|clocks|regions|regionStates|events|states|duties|rules|attest|purposes|stages|timeline|grounds|outcomes)\.[a-zA-Z_.]+|\{\{/g,
  ) ?? [];

function fields(record: CaseRecord, act: OpenAct, language: "en" | "ar" = "en", answers = NO_ANSWERS): string {
  const faults = findActFaults(act, answers, record.kind, minimumOf(record.kind).length);
  return show(createElement(ActFields, { act, record, opened, answers, faults, onChange: vi.fn() }), language);
}

const CASES = KINDS.flatMap((kind) => statesOf(kind).map((state) => caseAt({ kind, state })));
const ACTS = CASES.flatMap((record) => record.open.map((act) => ({ record, act })));
/** Needs that the form meets without a field. The tier stands on the triage sheet. */
const WITHOUT_FIELD: readonly FormNeed[] = ["commitment", "rewrap", "tier"];

test.each(["en", "ar"] as const)("every need of every act has its field, all of it in words (%s)", (language) => {
  const bare = new Set<string>();
  const wanting = new Set<string>();
  const shown = new Set<string>();
  for (const { record, act } of ACTS) {
    for (const need of act.needs.filter((each) => !WITHOUT_FIELD.includes(each))) {
      const key = `${act.event} ${need} ${record.kind}`;
      if (shown.has(key)) continue;
      shown.add(key);
      const markup = fields(record, { ...act, needs: [need] }, language);
      if (!markup) bare.add(key);
      for (const words of wordless(markup)) wanting.add(words);
    }
  }
  expect([[...bare], [...wanting]]).toEqual([[], []]);
});

test.each(["en", "ar"] as const)("wherever a case stands, its page speaks in words (%s)", (language) => {
  const wanting = new Set<string>();
  for (const found of CASES) {
    const dues = [{ duty: "feedback", day: "2026-11-30" }];
    const record: CaseRecord = { ...found, dues, lead: { reference: "CCC-DDD-EE" }, isLead: 2 };
    for (const piece of [OpenActs, BlockedActs, Clocks, Missed, Beside, Stages, CaseHead])
      for (const words of wordless(show(createElement(piece, { record, isReady: true, onChoose: vi.fn() }), language)))
        wanting.add(words);
  }
  expect([...wanting]).toEqual([]);
});

const find = (record: CaseRecord, event: string) => {
  const act = record.open.find((one) => one.event === event);
  if (!act) throw new Error(`${event} is not open.`);
  return act;
};

test("whoever answers a proposal reads the very text and who wrote it", () => {
  const record = caseAt({ kind: "tip", state: "closureReview" }, ["reviewer"]);
  const text = textOf(fields(record, find(record, "review.approve")));
  expect(text).toContain("Tom proposed");
  expect(text).toContain("Two accounts agree.");
});

test("a step that shares the report says whether the reporter agreed, and what the law allows instead", () => {
  const plan = { kind: "grievance", state: "underInquiry" } as const;
  const without = caseAt(plan, ["investigator"]);
  const text = textOf(fields(without, find(without, "agency.requestReply")));
  expect(text).toContain("The reporter has not agreed to this.");
  expect(text).toContain("The law demands this step.");
  const duty = { ...NO_ANSWERS, attest: ["NOTIFIED_BEFORE"] };
  expect(textOf(fields(without, find(without, "agency.requestReply"), "en", duty))).toContain("Your reasons");
  const consents = [{ purpose: "authority", until: "2027-01-31", by: "reporter" }];
  const agreed = caseAt({ ...plan, context: { consents } }, ["investigator"]);
  const told = textOf(fields(agreed, find(agreed, "agency.requestReply")));
  expect(told).toContain("The reporter has agreed to this until 31 January 2027");
  expect(told).not.toContain("The law demands");
  const over = caseAt({ ...plan, context: { consents: [{ ...consents[0], until: "2026-10-31" }] } }, ["investigator"]);
  expect(textOf(fields(over, find(over, "agency.requestReply")))).toContain("agreed until 31 October");
});

test("a proposal is called by the step that it is for, and one that waits already is proposed anew", () => {
  const plan = { kind: "tip", state: "quarantined" } as const;
  const button = (context: object) =>
    textOf(
      show(
        createElement(OpenActs, { record: caseAt({ ...plan, context }, ["intake"]), isReady: true, onChoose: vi.fn() }),
      ),
    );
  expect(button({ proposals: {} })).toContain("Propose: Discard");
  expect(button({})).toContain("Propose anew: Discard");
});

test("a grievance's decision offers only the outcomes that a decision without recommendation can have", () => {
  const record = caseAt({ kind: "grievance", state: "decisionPending" }, ["ombudsperson"]);
  const outcomes = (event: string) => textOf(fields(record, { ...find(record, event), needs: ["outcome"] }));
  expect(outcomes("decision.issue")).not.toContain("Maladministration found");
  expect(outcomes("recommendation.issue")).toContain("Maladministration found");
});

test("what happens on sending is said before: what is sealed, what goes out in clear, who is next", () => {
  const record = caseAt({ kind: "grievance", state: "underInquiry", context: { proposals: {} } }, ["ombudsperson"]);
  const act = record.open.find((one) => one.for === "interim.recommend");
  if (!act) throw new Error("interim.recommend cannot be proposed.");
  const answers = filledFor("grievance", act.event);
  const text = textOf(show(createElement(WhatWillHappen, { act, record, opened, answers })));
  expect(text).toContain("Your words are sealed");
  expect(text).toContain("somebody else has to take the step “Recommend an interim measure”");
});

test("a case of another version of the procedure is shown with a notice and without a single act", () => {
  const record = {
    ...caseAt({ kind: "tip", state: "received" }),
    readOnly: true,
    snapshot: null,
  } as unknown as CaseRecord;
  const side = show(createElement(CaseSide, { record, opened: null, held: null }));
  expect(side).not.toContain("<button");
  expect(textOf(side)).toContain("Nothing can be done here.");
  expect(textOf(show(createElement(CaseHead, { record })))).toContain("another version of the procedure");
});

test("the timeline tells a missed day with its duty and the new date, and what was chosen from lists", () => {
  const act = (seq: number, event: string, codes: object) => ({
    seq,
    event,
    actor: "system",
    role: "system",
    day: "2026-11-23",
    text: JSON.stringify({ itemDigests: [], codes }),
    digest: "",
    signature: null,
  });
  const acts = [
    act(0, "deadline.missed", { duty: "underInvestigation", due: "2026-11-20", next: "2026-12-14", count: 1 }),
    act(1, "recommendation.issue", { recommendations: ["REASONS"], attest: ["ID_SAFE"], outcome: "PARTLY" }),
    act(2, "act.propose", { for: "hold.lift", standards: ["STD-WBD-9"] }),
  ];
  const record = { acts } as unknown as CaseRecord;
  const text = textOf(show(createElement(Timeline, { record, chain: null })));
  for (const words of ["Investigation · new date: 14 December", "Give reasons", "one attestation", "Lift the hold"])
    expect(text).toContain(words);
});
