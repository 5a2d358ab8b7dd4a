import fc from "fast-check";
import { expect, test } from "vitest";
import { readReport } from "~/desk/read-bodies";
import { reportLines } from "~/desk/report-lines";
import { CURRENT, carryOver, KINDS } from "~/forms";
import { checkReport, FORMS, findForm } from "~/forms/versions";
import { COMPLAINT, DISCLOSURE, GRIEVANCE, TIP } from "../../prisma/seed/sample-answers";

const SAMPLES = { tip: TIP, grievance: GRIEVANCE, complaint: COMPLAINT, selfDisclosure: DISCLOSURE };
const faultsOf = (kind: (typeof KINDS)[number], answers: { [field: string]: unknown }) =>
  checkReport(CURRENT, kind, answers).map(({ field, fault }) => `${field} ${fault}`);
const read = (answers: object, more: object = {}) =>
  reportLines(readReport({ form: "core/2", kind: "tip", answers, ...more } as never), "tip", "en");

test.each(KINDS)("what the form made of a %s passes in the officer's browser too", (kind) => {
  expect(checkReport(CURRENT, kind, SAMPLES[kind])).toEqual([]);
});

test("what no form can make is named: another shape, an answer that was not asked, a detail out of place", () => {
  expect(faultsOf("tip", { ...TIP, summary: 7 })).toEqual(["summary shape"]);
  expect(faultsOf("tip", { ...TIP, items: "ten boxes" })).toEqual(["items shape"]);
  expect(faultsOf("tip", { ...TIP, confid: "none", invented: 1 })).toEqual(["confid notAsked", "invented notAsked"]);
  expect(faultsOf("tip", { ...TIP, priorSteps: [{ body: "nothing", result: "x", trap: "y" }] })).toEqual([
    "priorSteps.0.result notAsked",
    "priorSteps.0.trap notAsked",
  ]);
  expect(faultsOf("tip", { ...TIP, dest: Array.from({ length: 101 }, () => ({ country: "DE" })) })).toEqual([
    "dest tooMany",
  ]);
});

test("whatever a sealed report holds, it is checked and shown without an error, and nothing of it is left out", async () => {
  const anything = fc.dictionary(
    fc.constantFrom("__proto__", "constructor", ...CURRENT.pages.flatMap(({ fields }) => fields.map(({ id }) => id))),
    fc.jsonValue({ maxDepth: 4 }),
  );
  await fc.assert(
    fc.asyncProperty(anything, async (answers) => {
      checkReport(CURRENT, "tip", answers);
      const { lines } = await read(answers);
      expect(lines.map(({ id }) => id).sort()).toEqual(Object.keys(answers).sort());
    }),
    { numRuns: 200 },
  );
});

test("a report of the first form opens with the questions that it answered", async () => {
  const answers = {
    summary: "x".repeat(60),
    items: "Two boxes",
    parties: "A seller",
    redFlags: ["RF-02"],
    outcome: ["stop"],
  };
  const { lines } = await reportLines(readReport({ form: "core/1", kind: "tip", answers } as never), "tip", "en");
  expect(lines.find(({ id }) => id === "items")?.values).toEqual(["Two boxes"]);
  expect(lines.find(({ id }) => id === "redFlags")?.values).toEqual(["The buyer would not say what it is for"]);
  expect(lines.find(({ id }) => id === "outcome")?.values).toEqual(["That the export or the use is stopped"]);
});

test("groups, countries and notes are said in words, and a failed check in a sentence beside them", async () => {
  const { lines, faults } = await read({
    ...TIP,
    dest: [{ country: "DE" }],
    redFlags: [{ id: "RF-02", note: "Twice" }],
    when: "May",
  });
  expect(lines.find(({ id }) => id === "dest")?.rows[0]).toMatchObject({
    title: "Country 1",
    lines: [{ values: ["Germany"] }],
  });
  expect(lines.find(({ id }) => id === "redFlags")?.rows[0]?.lines[0]).toMatchObject({ values: ["Twice"] });
  expect(lines.find(({ id }) => id === "when")?.values).toEqual(["May"]);
  expect(faults).toEqual(["This answer is not of the kind that the form makes: Since when, and until when?"]);
});

test("a self-disclosure says so once it is open, and another kind inside than outside is named", async () => {
  const open = (kind: string) =>
    reportLines(readReport({ form: "core/2", kind, answers: DISCLOSURE } as never), "grievance", "en");
  expect(await open("selfDisclosure")).toMatchObject({ isDisclosure: true, otherKind: "", faults: [] });
  expect(await open("complaint")).toMatchObject({ isDisclosure: false, otherKind: "complaint" });
});

test("a draft of an older form goes on with what still fits, and gives back the rest as text", () => {
  const draft = {
    form: "core/1",
    kind: "tip",
    answers: { summary: "It began in May.", items: "Two boxes", urgent: "no" },
  };
  expect(carryOver(draft)).toEqual({
    kind: "tip",
    answers: { summary: "It began in May.", urgent: "no" },
    isOlder: true,
    left: [{ field: "items", text: "Two boxes" }],
  });
});

test("a draft of a later form, and what is no draft of ours, are not taken", () => {
  expect(carryOver({ form: "core/99", kind: "tip", answers: {} })).toBe("newer");
  for (const wrong of [
    null,
    [],
    { form: "core/2" },
    { form: "core/x", kind: "tip", answers: {} },
    { form: "core/2", kind: "?", answers: {} },
  ]) {
    expect(carryOver(wrong)).toBeNull();
  }
});

test("every version that a report can name is known, and no two share a name", () => {
  expect(FORMS.map(({ id }) => id)).toEqual(["core/1", "core/2"]);
  expect(findForm(CURRENT.id)).toBe(CURRENT);
  expect(findForm("core/3")).toBeNull();
});
