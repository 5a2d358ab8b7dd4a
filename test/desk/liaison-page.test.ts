import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Outlet, Route, Routes } from "react-router-dom";
import { StaticRouter } from "react-router-dom/server";
import { beforeAll, expect, test, vi } from "vitest";
import { ActFields } from "~/components/desk/act/act-fields";
import { WhatWillHappen } from "~/components/desk/act/what-will-happen";
import { CaseMap } from "~/components/desk/case/case-map";
import { CasePage } from "~/components/desk/case/case-page";
import { PutToAuthority } from "~/components/desk/case/put-to-authority";
import { WordsProvider } from "~/components/words";
import { findActFaults, NO_ANSWERS } from "~/desk/act-answers";
import { type OpenedCase, openCase } from "~/desk/open-case";
import type { CaseRecord } from "~/desk/records";
import { serverWords } from "~/locales/words.server";
import { actAs, afterAct } from "./support";
import { ANSWERED, ASKED, putToAuthority, REPLY, SEND } from "./support-liaison";

let put: Awaited<ReturnType<typeof putToAuthority>>;
beforeAll(async () => {
  put = await putToAuthority();
});

/** A piece of the desk as this person gets it. */
function show(name: string, piece: ReactElement, language: "en" | "ar" = "en"): string {
  const frame = createElement(Outlet, { context: put.who(name).desk });
  const provided = { words: serverWords(language), children: frame };
  const route = createElement(Route, { path: "/", element: piece });
  const routes = createElement(Route, { element: createElement(WordsProvider, provided) }, route);
  const markup = renderToStaticMarkup(
    createElement(StaticRouter, { location: "/" }, createElement(Routes, null, routes)),
  );
  return markup
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, " ");
}
const wordless = (text: string) =>
  text.match(/\b(acts?|case|package|items|events|states|rules|failure)\.[a-zA-Z_.]+|\{\{/g) ?? [];

async function conversation(): Promise<{ record: CaseRecord; opened: OpenedCase }> {
  const record = put.seen;
  const answered = await afterAct(
    record,
    await actAs(put.who("lena"), record, REPLY, { answer: ANSWERED }),
    put.who("lena"),
  );
  return { record: answered, opened: await openCase(answered, put.who("lena").desk, put.who("lena").held) };
}

test("question and answer stand in their order, each with who signed it, in both languages", async () => {
  const { record, opened } = await conversation();
  const text = show("lena", createElement(PutToAuthority, { record, opened }));
  expect(text).toMatch(
    new RegExp(`tara · signature checked.*${ASKED.replace("?", "\\?")}.*lena · signature checked.*${ANSWERED}`),
  );
  for (const language of ["en", "ar"] as const)
    expect(wordless(show("lena", createElement(PutToAuthority, { record, opened }), language))).toEqual([]);
});

test.each(["en", "ar"] as const)(
  "a contact's page says what it leaves out, and claims nothing about the chain (%s)",
  async (language) => {
    const record = { ...put.seen, dues: [{ duty: "agencyReply", day: "2026-12-21" }] };
    vi.stubGlobal("window", undefined);
    const text = show("lena", createElement(CasePage, { record }), language);
    vi.unstubAllGlobals();
    const say = (key: string) => serverWords(language).t(key, { ns: "desk" });
    expect([text.includes(say("package.why")), text.includes(say("package.chain"))]).toEqual([true, true]);
    for (const section of ["report", "conversation", "notes", "reasons", "timeline", "procedure"])
      expect(text).not.toContain(say(`case.section.${section}`));
    for (const key of ["export.heading", "timeline.unchecked", "stages.heading", "regions.beside"])
      expect(text).not.toContain(say(key));
    expect(wordless(text)).toEqual([]);
  },
);

test("the answer's form is one box, and says who reads it", async () => {
  const { record, opened } = await conversation();
  const faults = findActFaults(REPLY, NO_ANSWERS, "grievance", 3);
  expect(faults).toEqual([{ field: "answer", fault: "missing" }]);
  const props = { act: REPLY, record, opened, answers: NO_ANSWERS };
  const text = show("lena", createElement(ActFields, { ...props, faults, onChange: vi.fn() }));
  expect(text).toContain("Your answer");
  expect(text).not.toContain("note");
  expect(show("lena", createElement(WhatWillHappen, props))).toContain(
    "sealed for the office's people on this case".replace("'", "’"),
  );
});

test("whoever puts something to an authority chooses among its contacts, and reads who gets which key", async () => {
  const opened = await openCase(put.whole, put.who("tara").desk, put.who("tara").held);
  const record = {
    ...put.whole,
    members: [...put.whole.members, { person: put.id("luca"), scope: "respondent" as const }],
  };
  const answers = { ...NO_ANSWERS, person: put.id("lena") };
  const faults = findActFaults(SEND, NO_ANSWERS, "tip", 2);
  expect(faults.map(({ field }) => field)).toEqual(["person", "package", "attest"]);
  const text = show(
    "tara",
    createElement(ActFields, { act: SEND, record, opened, answers, faults, onChange: vi.fn() }),
  );
  expect(text).toMatch(/Contact of the authority.*lena.*luca/);
  expect(text).not.toContain(" tom ");
  expect(text).toContain("These contacts read along: luca.");
  const what = show("tara", createElement(WhatWillHappen, { act: SEND, record, opened, answers }));
  expect(what).toContain("lena gets the key to what is put to the authority, and no other key of this case.");
  expect(what).not.toContain("every key");
});

test("colleagues see that an authority's contact reads along, and are not counted as one with them", async () => {
  const after = await afterAct(put.whole, put.sent, put.who("tara"));
  const record = { ...after, members: [...after.members, { person: put.id("lena"), scope: "respondent" as const }] };
  const opened = await openCase(record, put.who("tara").desk, put.who("tara").held);
  const text = show("tara", createElement(CaseMap, { record, opened, chain: null }));
  expect(text).toContain("Also on it: tom.");
  expect(text).toContain("Contacts of an authority who see what is put to it: lena.");
  expect(text).toMatch(/Put to the authority ?1/);
});
