import { describe, expect, test } from "vitest";
import { answersToSend, checkAnswers, fieldWords, formFor, KINDS, pagesFor, pageWords, visibleFields } from "~/forms";
import { formCatalogue } from "~/forms/words";

const form = formFor("tip");
const fields = form.pages.flatMap((page) => page.fields);
const shown = (kind: "tip" | "grievance" | "complaint", answers = {}) =>
  visibleFields(kind, answers).map(({ id }) => id);

describe.each(["en", "ar"])("in %s", (language) => {
  const catalogue = formCatalogue(language);

  test("every page and every question has words, whatever the kind", () => {
    for (const kind of KINDS) {
      for (const page of pagesFor(kind)) {
        expect(pageWords(catalogue, page.id, kind).title, page.id).not.toBe(page.id);
        for (const field of page.fields) expect(fieldWords(catalogue, field, kind).label, field.id).not.toBe(field.id);
      }
    }
  });

  test("every option and every warning has a word", () => {
    for (const field of fields) {
      const { option, warn } = fieldWords(catalogue, field, "tip");
      for (const id of field.options ?? []) expect(option(id), `${field.id}.${id}`).not.toBe(id);
      for (const id of field.warn ?? []) expect(warn(id), `${field.id}.${id}`).not.toBe("");
    }
  });

  test("there are no words for questions that nobody is asked", () => {
    const ids = new Set(fields.map(({ id }) => id));
    expect(Object.keys(catalogue.field).filter((id) => !ids.has(id))).toEqual([]);
  });
});

test("no two questions share an id, and every condition names a question that stands before", () => {
  const ids = fields.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [index, { shownIf }] of fields.entries()) {
    if (shownIf) expect(ids.indexOf(shownIf.field)).toBeLessThan(index);
    if (shownIf) expect(ids).toContain(shownIf.field);
  }
});

test("each kind is asked what only it can answer", () => {
  expect(shown("tip")).not.toContain("grievance");
  expect(shown("grievance")).toEqual(expect.arrayContaining(["grievance", "decision", "confid", "loss"]));
  expect(shown("grievance")).not.toContain("fewKnow");
  expect(shown("complaint")).toContain("rights");
});

test("a question that depends on another appears with it and goes with it", () => {
  expect(shown("tip")).not.toContain("urgentWhat");
  expect(shown("tip", { urgent: "no" })).not.toContain("urgentWhat");
  expect(shown("tip", { urgent: "unsure" })).toContain("urgentWhat");
  expect(shown("complaint", { harm: ["torture"] })).toContain("affected");
  expect(shown("complaint", { harm: [] })).not.toContain("affected");
});

test("a name that was typed before choosing to stay anonymous is not sent", () => {
  const answers = { identity: "anonymous", name: "Jane Doe", summary: "  What I saw.  ", rights: "not asked of a tip" };
  expect(answersToSend("tip", answers)).toEqual({ identity: "anonymous", summary: "What I saw." });
});

test("what is missing, too short, too long or impossible is named, in the order of the form", () => {
  const faults = checkAnswers("tip", {
    urgent: "no",
    summary: "too short",
    status: "invented",
    when: { from: "2025-06", to: "2025-03", about: false },
    dest: "x".repeat(401),
  });
  expect(faults.slice(0, 4)).toEqual([
    { field: "summary", fault: "tooShort", limit: 50 },
    { field: "status", fault: "unknown" },
    { field: "when", fault: "order" },
    { field: "dest", fault: "tooLong", limit: 400 },
  ]);
  expect(faults.map(({ field }) => field)).toEqual(expect.arrayContaining(["basis", "fewKnow", "identity", "truth"]));
});

test("months may be years, and nothing finer than a month is taken", () => {
  const fault = (from: string, to = "") =>
    checkAnswers("tip", { when: { from, to, about: false } }).find(({ field }) => field === "when")?.fault;
  expect(fault("2025")).toBeUndefined();
  expect(fault("2025-03", "2025")).toBeUndefined();
  expect(fault("2025-03-14")).toBe("month");
  expect(fault("March")).toBe("month");
});

test("a complete tip has no fault", () => {
  const answers = {
    urgent: "no",
    summary: "x".repeat(50),
    status: "past",
    basis: ["seen"],
    fewKnow: "over20",
    identity: "anonymous",
    truth: true,
  };
  expect(checkAnswers("tip", answers)).toEqual([]);
});
