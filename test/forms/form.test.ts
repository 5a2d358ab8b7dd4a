import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  answersToSend,
  COUNTRIES,
  CURRENT,
  checkAnswers,
  countryName,
  type Field,
  type FormCatalogue,
  fieldWords,
  KINDS,
  type Kind,
  pagesFor,
  pageWords,
  tidyDate,
  visibleDetails,
  visibleFields,
} from "~/forms";
import { FORMS } from "~/forms/versions";
import { LANGUAGES } from "~/locales/languages";
import { COMPLAINT, DISCLOSURE, GRIEVANCE, TIP } from "../../prisma/seed/sample-answers";
import { ASKED_BEFORE, DETAILS, TABLE } from "./table";

const fields = CURRENT.pages.flatMap((page) => page.fields);
const shown = (kind: Kind, answers = {}) => visibleFields(kind, answers).map(({ id }) => id);
const faultsOf = (kind: Kind, answers = {}) =>
  checkAnswers(kind, answers).map(({ field, fault }) => `${field} ${fault}`);
const SAMPLES = { tip: TIP, grievance: GRIEVANCE, complaint: COMPLAINT, selfDisclosure: DISCLOSURE };
const catalogueOf = (language: string) =>
  JSON.parse(readFileSync(join(process.cwd(), `app/locales/${language}/form.json`), "utf8")) as FormCatalogue;
const walk = (from: readonly Field[], path = ""): { field: Field; path: string }[] =>
  from.flatMap((field) => [{ field, path: path + field.id }, ...walk(field.fields ?? [], `${path}${field.id}.`)]);

describe.each(Object.keys(LANGUAGES))("in %s", (language) => {
  const catalogue = catalogueOf(language);

  test("every page, question and detail has words, whatever the kind", () => {
    for (const kind of KINDS) {
      for (const page of pagesFor(kind)) {
        expect(pageWords(catalogue, page.id, kind).title, page.id).not.toBe(page.id);
        for (const { field, path } of walk(page.fields)) {
          const words = fieldWords(catalogue, field, kind, path);
          expect(words.label, path).not.toBe(field.id);
          if (field.type === "groups") expect(words.other("one") && words.other("add"), path).toBeTruthy();
        }
      }
    }
  });

  test("every option and every warning of every version has a word", () => {
    for (const { field, path } of FORMS.flatMap(({ pages }) => walk(pages.flatMap((page) => page.fields)))) {
      const { option, warn } = fieldWords(catalogue, field, "tip", path);
      for (const id of field.options ?? []) expect(option(id), `${path}.${id}`).not.toBe(id);
      for (const id of field.warn ?? []) expect(warn(id), `${path}.${id}`).not.toBe("");
    }
  });

  test("there are no words for questions that no version asks", () => {
    const all = FORMS.flatMap(({ pages }) => walk(pages.flatMap((page) => page.fields))).map(({ path }) => path);
    const worded = Object.entries(catalogue.field).flatMap(([id, { part }]) => [
      id,
      ...Object.keys(part ?? {}).map((detail) => `${id}.${detail}`),
    ]);
    expect(worded.filter((path) => !all.includes(path))).toEqual([]);
  });
});

test("all languages say the same things", () => {
  const keys = (value: object, path = ""): string[] =>
    Object.entries(value).flatMap(([key, one]) =>
      typeof one === "string" ? [path + key] : keys(one, `${path}${key}.`),
    );
  for (const language of Object.keys(LANGUAGES)) {
    expect(keys(catalogueOf(language)).sort(), language).toEqual(keys(catalogueOf("en")).sort());
  }
});

test("every question of the published table is asked, of whom it says, and is needed where it says", () => {
  const marks = { required: "R", optional: "O" } as const;
  const asked = Object.fromEntries(
    fields.map(({ id, asked }) => [id, KINDS.map((kind) => (asked[kind] ? marks[asked[kind]] : "–")).join("/")]),
  );
  for (const [id, row] of Object.entries(TABLE)) expect(asked[id], id).toBe(row);
  expect(ASKED_BEFORE.filter((id) => id in asked)).toEqual([]);
  expect(Object.keys(asked).filter((id) => !(id in TABLE) && !DETAILS.includes(id))).toEqual([]);
});

test("no two questions share an id, and every condition names a neighbour or a question that stands before", () => {
  for (const { pages } of FORMS) {
    const all = pages.flatMap((page) => page.fields);
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [index, { shownIf, fields: details = [] }] of all.entries()) {
      if (shownIf) expect(ids.slice(0, index), shownIf.field).toContain(shownIf.field);
      for (const detail of details.filter((one) => one.shownIf)) {
        const before = [...details.map(({ id }) => id), ...ids.slice(0, index)];
        expect(before).toContain(detail.shownIf?.field);
      }
    }
  }
});

test("each kind is asked what only it can answer", () => {
  expect(shown("tip")).not.toContain("grievance");
  expect(shown("grievance")).toEqual(expect.arrayContaining(["grievance", "decision", "confid", "loss"]));
  expect(shown("grievance")).not.toContain("fewKnow");
  expect(shown("complaint")).toContain("rights");
  expect(shown("selfDisclosure")).toContain("remedialSteps");
});

test("a question that depends on another appears with it and goes with it", () => {
  expect(shown("tip", { urgent: "no" })).not.toContain("urgentWhat");
  expect(shown("tip", { urgent: "unsure" })).toContain("urgentWhat");
  expect(shown("complaint", { harm: ["torture"] })).toContain("affected");
  expect(shown("complaint", { harm: [] })).not.toContain("affected");
  expect(shown("grievance", { confid: "some" })).toContain("confidParts");
});

test("a detail depends on its neighbour in the same row", () => {
  const steps = fields.find(({ id }) => id === "priorSteps") as Field;
  const details = (body: string) => visibleDetails(steps, { body }, {}).map(({ id }) => id);
  expect(details("nothing")).toEqual(["body"]);
  expect(details("court")).toEqual(["body", "date", "result"]);
});

test.each(KINDS)("the sample answers of a %s have no fault", (kind) => {
  expect(checkAnswers(kind, SAMPLES[kind])).toEqual([]);
});

test.each(KINDS)("each required answer of a %s is missed when it is gone", (kind) => {
  for (const id of Object.keys(SAMPLES[kind])) {
    const isNeeded = fields.find((field) => field.id === id)?.asked[kind] === "required";
    const { [id]: _, ...rest } = SAMPLES[kind];
    const missed = checkAnswers(kind, rest).some(
      ({ field, fault }) => fault === "missing" && field.split(".")[0] === id,
    );
    expect(missed, id).toBe(isNeeded);
  }
});

test("a name that was typed before choosing to stay anonymous is not sent, nor a detail that is no longer asked", () => {
  const answers = {
    identity: "anonymous",
    name: "Jane Doe",
    summary: "  What I saw.  ",
    rights: "not asked of a tip",
    priorSteps: [{ body: "nothing", result: "She told Karim." }, {}, { body: "court", result: " lost " }],
    redFlags: [{ id: "RF-02", note: " " }],
  };
  expect(answersToSend("tip", answers)).toEqual({
    identity: "anonymous",
    summary: "What I saw.",
    priorSteps: [{ body: "nothing" }, { body: "court", result: "lost" }],
    redFlags: [{ id: "RF-02" }],
  });
});

test("what is missing, too short, too long or impossible is named, in the order of the form", () => {
  const faults = faultsOf("tip", {
    urgent: "no",
    summary: "too short",
    status: "invented",
    when: { from: "2025-06", to: "2025-03", about: false },
    endUseStated: "x".repeat(2001),
    items: [{}, { family: "nonsense", product: "x".repeat(201) }, { product: "A box" }],
    dest: [{ country: "XX" }],
    redFlags: [{ id: "RF-02" }, { id: "RF-02" }],
  });
  expect(faults.filter((fault) => !fault.endsWith("missing"))).toEqual([
    "summary tooShort",
    "status unknown",
    "when order",
    "items.1.family unknown",
    "items.1.product tooLong",
    "endUseStated tooLong",
    "dest.0.country unknown",
    "redFlags unknown",
  ]);
  expect(faults).toEqual(
    expect.arrayContaining(["basis missing", "fewKnow missing", "items.2.family missing", "truth missing"]),
  );
});

test("dates that contradict each other are named, as far as they are said", () => {
  const licence = (applied: string, decided: string, appealBy = "") =>
    faultsOf("grievance", { licence: { applied, decided, appealBy } }).filter((one) => one.startsWith("licence"));
  expect(licence("2025-03-02", "2025-03-01")).toEqual(["licence.decided dates"]);
  expect(licence("2025-03-02", "2025-03")).toEqual([]);
  expect(licence("2025-01", "2025-03-10", "2025-03-01")).toEqual(["licence.appealBy dates"]);
  expect(licence("2025-02-30", "2025-01")).toEqual(["licence.applied date"]);
  const late = { decision: { what: "decision", received: "2025-05-01" }, nextDeadline: "2025-04" };
  expect(faultsOf("grievance", late)).toContain("nextDeadline dates");
  // A silence was received on no day, so nothing can lie before it.
  expect(faultsOf("grievance", { ...late, decision: { ...late.decision, what: "silence" } })).not.toContain(
    "nextDeadline dates",
  );
});

test("months may be years, and nothing finer than a month is taken where a day would betray", () => {
  const fault = (from: string, to = "") =>
    checkAnswers("tip", { when: { from, to, about: false } }).find(({ field }) => field === "when")?.fault;
  expect(fault("2025")).toBeUndefined();
  expect(fault("2025-03", "2025")).toBeUndefined();
  expect(fault("2025-03-14")).toBe("month");
  expect(fault("March")).toBe("month");
});

test("dates are understood as people type them", () => {
  expect(["2025", " 2025-3 ", "2025/03", "2025.3.4", "٢٠٢٥-٠٣", "۲۰۲۵/۳"].map(tidyDate)).toEqual([
    "2025",
    "2025-03",
    "2025-03",
    "2025-03-04",
    "2025-03",
    "2025-03",
  ]);
  expect(tidyDate("in May")).toBe("in May");
});

test("the countries are those of the standard, each once and with a name in every language", () => {
  expect(COUNTRIES).toHaveLength(250);
  expect([...new Set(COUNTRIES)].sort()).toEqual([...COUNTRIES]);
  for (const language of Object.keys(LANGUAGES)) {
    expect(COUNTRIES.filter((code) => countryName(code, language) === code)).toEqual([]);
  }
});
