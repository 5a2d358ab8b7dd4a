import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { CaseAct } from "~/desk/records";
import { writeUrt } from "~/desk/write-urt";
import { CURRENT, KINDS, type Kind } from "~/forms";
import { CORE_1 } from "~/forms/core-1";
import { toUrt } from "~/forms/urt";
import { STORIES } from "../../prisma/seed/demo-stories";
import { COMPLAINT, DISCLOSURE, GRIEVANCE, TIP } from "../../prisma/seed/sample-answers";

const schema = JSON.parse(readFileSync(join(process.cwd(), "schema/urt-1.0.json"), "utf8"));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
const SAMPLES = { tip: TIP, grievance: GRIEVANCE, complaint: COMPLAINT, selfDisclosure: DISCLOSURE };
const envelope = (kind: Kind) => ({
  caseRef: "A-1",
  kind,
  lang: "en",
  receivedMonth: "2026-11",
  cipherHash: "0".repeat(64),
});
const write = (kind: Kind, answers: { [field: string]: unknown }, form = CURRENT) =>
  toUrt(envelope(kind), { form: form.id, answers, fields: form.pages.flatMap(({ fields }) => fields) });
const faultsIn = (value: unknown) => {
  validate(value);
  return validate.errors ?? [];
};

test.each(KINDS)("the sample of a %s is valid by the published schema", (kind) => {
  expect(faultsIn(write(kind, SAMPLES[kind]))).toEqual([]);
});

test("every demo story is valid by the published schema", () => {
  for (const { id, report } of STORIES) {
    expect(faultsIn(write(report.written ?? report.kind, report.answers)), id).toEqual([]);
  }
});

test("what was said stands in its place", () => {
  const { sealed } = write("complaint", COMPLAINT);
  expect(sealed).toMatchObject({
    destinations: ["RS"],
    route: [
      { country: "AE", step: 1 },
      { country: "CY", step: 2 },
    ],
    redFlags: [{ id: "RF-24", note: "Three newspapers wrote about it." }, { id: "RF-30" }],
    retaliation: { state: "threatened", since: "2026-07", text: "Calls at night." },
    consents: [{ purpose: "authority" }],
  });
  expect(sealed.other).toBeUndefined();
  expect(write("grievance", GRIEVANCE).sealed).toMatchObject({
    grievance: { loss: { timeCritical: true }, confidentialParts: [{ part: "technology", toAuthority: "no" }] },
  });
});

test("the reporter's name, their wishes about the mailbox and the names of files are never handed on", () => {
  const answers = {
    ...TIP,
    identity: "open",
    name: "Jane Doe",
    safeContact: "never on Sundays",
    evidence: [{ file: "jane.pdf", kind: "contract", original: "copy" }],
  };
  const text = JSON.stringify(write("tip", answers));
  for (const secret of ["Jane Doe", "Sundays", "jane.pdf"]) expect(text).not.toContain(secret);
  expect(write("tip", answers).sealed.evidence).toEqual([{ id: "E1", kind: "contract", original: false }]);
});

test("an answer of the first form, or of a shape that no form makes, is kept as text", () => {
  const old = write("tip", { summary: TIP.summary, items: "Two boxes", redFlags: ["RF-02"] }, CORE_1);
  expect(faultsIn(old)).toEqual([]);
  expect(old.sealed.other).toEqual([
    { field: "items", text: "Two boxes" },
    { field: "redFlags", text: '["RF-02"]' },
  ]);
});

test("whatever a report holds, its export is made", () => {
  const anything = fc.dictionary(
    fc.constantFrom(...CURRENT.pages.flatMap(({ fields }) => fields.map(({ id }) => id))),
    fc.jsonValue({ maxDepth: 4 }),
  );
  fc.assert(
    fc.property(anything, (answers) => void JSON.stringify(write("tip", answers))),
    { numRuns: 200 },
  );
});

test("the desk writes the file with the kind that was sealed inside, and the digest of what lies at the office", async () => {
  const report = {
    form: "core/2",
    kind: "selfDisclosure",
    language: "en",
    answers: DISCLOSURE,
    struck: [],
    text: "",
    receiptKey: "",
  };
  const text = await writeUrt({ reference: "A-7", kind: "grievance", acts: [] }, report as never, {
    digest: "a".repeat(64),
    day: "2026-11-25",
  });
  const value = JSON.parse(text);
  expect(faultsIn(value)).toEqual([]);
  expect(value.envelope).toMatchObject({
    caseRef: "A-7",
    kind: "selfDisclosure",
    receivedMonth: "2026-11",
    cipherHash: "a".repeat(64),
  });
});

test("a consent that was ticked in the form and taken back since is not handed on", async () => {
  const report = { form: CURRENT.id, kind: "tip", language: "en", answers: { consent: ["research", "authority"] } };
  const item = { digest: "a".repeat(64), day: "2026-11-25" };
  const acts = ["consent.give", "consent.withdraw"].map((event) => ({
    event,
    text: JSON.stringify({ codes: { purpose: "authority" } }),
  })) as CaseAct[];
  const consentsAfter = async (acts: CaseAct[]) =>
    JSON.parse(await writeUrt({ reference: "A-7", kind: "tip", acts }, report as never, item)).sealed.consents;
  expect(await consentsAfter([])).toEqual([{ purpose: "research" }, { purpose: "authority" }]);
  expect(await consentsAfter(acts)).toEqual([{ purpose: "research" }]);
  expect(await consentsAfter(acts.slice(0, 1))).toHaveLength(2);
});
