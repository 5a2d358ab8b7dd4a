import { expect, test } from "vitest";
import { findActFaults, MOST_FILE_BYTES, NO_ANSWERS } from "~/desk/act-answers";
import { daysBetween, nearness, writeDueDay } from "~/desk/days";
import { offerPeople } from "~/desk/offer-people";
import { queueAddress, readQueueQuestion } from "~/desk/queue-question";
import type { CaseRecord, Colleague, OpenAct } from "~/desk/records";
import { scoreOf, tierOf } from "~/desk/tier-policy";

const act = (event: OpenAct["event"], needs: OpenAct["needs"] = []): OpenAct => ({
  event,
  role: "intake",
  region: "procedure",
  to: "received",
  moves: false,
  needs,
});

test("near days are written as people say them", () => {
  const day = (value: string) => writeDueDay(value, "en", "2026-11-23");
  expect([day("2026-11-22"), day("2026-11-23"), day("2026-11-24"), day("2026-11-27"), day("2027-02-09")]).toEqual([
    "yesterday",
    "today",
    "tomorrow",
    "27 Nov",
    "9 Feb 2027",
  ]);
  expect([
    nearness("2026-11-23", "2026-11-22"),
    nearness("2026-11-23", "2026-11-25"),
    nearness("2026-11-23", "2026-12-01"),
  ]).toEqual(["late", "soon", "later"]);
  expect(daysBetween("2026-02-28", "2026-03-01")).toBe(1);
});

test("weak evidence never lowers a tier that a rule above the score has set", () => {
  expect(tierOf("tip", {}, [])).toBe("T4");
  expect(tierOf("tip", {}, ["O1"])).toBe("T1");
  expect(tierOf("tip", {}, ["O2"])).toBe("T2");
  expect(tierOf("tip", { F1: 4, F2: 3, F3: 2, F4: 2 }, ["O2"])).toBe("T2");
  expect(tierOf("tip", { F1: 4, F2: 3, F3: 2, F4: 2, F5: 3 }, [])).toBe("T1");
  expect(scoreOf("tip", { F11: 3 })).toBe(0);
  expect(scoreOf("grievance", { F11: 3 })).toBe(9);
});

test("a form is not sent while reasons are too short or something is missing", () => {
  const propose = act("closure.propose", ["rationale", "standards", "ground"]);
  const faults = findActFaults(propose, { ...NO_ANSWERS, rationale: "Too short." }, "tip", 2);
  expect(faults).toEqual([
    { field: "rationale", fault: "tooShort" },
    { field: "standards", fault: "missing" },
    { field: "ground", fault: "missing" },
  ]);
  const full = { ...NO_ANSWERS, rationale: "x".repeat(200), standards: ["STD-WBD-9"], ground: "MINOR" };
  expect(findActFaults(propose, full, "tip", 2)).toEqual([]);
  expect(
    findActFaults(act("triage.admit", ["minimum"]), { ...NO_ANSWERS, minimum: ["MIN_WHAT"] }, "tip", 2),
  ).toHaveLength(1);
});

test("every attestation has to be ticked, and one from another form counts for nothing", () => {
  const admit = act("admissibility.admit", ["attest:ADMISSIBLE_MANDATE", "attest:ADMISSIBLE_TIME"]);
  const answers = { ...NO_ANSWERS, attest: ["ADMISSIBLE_TIME", "RIGHTS_CHECKED"] };
  expect(findActFaults(admit, answers, "grievance", 3)).toEqual([
    { field: "attest", fault: "missing", code: "ADMISSIBLE_MANDATE" },
  ]);
});

test("without consent only a legal duty with its reasons sends the form", () => {
  const ask = act("agency.requestReply", ["consent"]);
  expect(findActFaults(ask, NO_ANSWERS, "grievance", 3)).toEqual([
    { field: "attest", fault: "missing", code: "NOTIFIED_BEFORE" },
  ]);
  const ticked = { ...NO_ANSWERS, attest: ["NOTIFIED_BEFORE"] };
  expect(findActFaults(ask, ticked, "grievance", 3)).toEqual([{ field: "rationale", fault: "missing" }]);
  expect(findActFaults(ask, { ...ticked, rationale: "x".repeat(200) }, "grievance", 3)).toEqual([]);
});

test("only a decision on a complaint can recommend nothing", () => {
  const needs = ["recommendations"] as const;
  expect(findActFaults(act("decision.issue", needs), NO_ANSWERS, "complaint", 3)).toEqual([]);
  expect(findActFaults(act("recommendation.issue", needs), NO_ANSWERS, "grievance", 3)).toHaveLength(1);
});

test("evidence is a text or a file, and a file of at most one part", () => {
  const add = act("evidence.add", ["files"]);
  const faults = (answers: object) =>
    findActFaults(add, { ...NO_ANSWERS, ...answers }, "tip", 2).map(({ fault }) => fault);
  expect(faults({})).toEqual(["missing"]);
  expect(faults({ note: "A photograph in the safe." })).toEqual([]);
  expect(faults({ file: { size: MOST_FILE_BYTES } })).toEqual([]);
  expect(faults({ file: { size: MOST_FILE_BYTES + 1 } })).toEqual(["tooLarge"]);
});

test("people whom the reporter struck out or who are recused are not offered", () => {
  const colleague = (person: string): Colleague => ({
    person,
    displayName: person,
    roles: ["investigator"],
    publicKey: "",
    fingerprint: "",
    entry: "",
    entrySignature: "",
  });
  const record = { members: [{ person: "a" }], snapshot: { context: { recused: ["b"] } } } as unknown as CaseRecord;
  const { people, keptOut } = offerPeople(act("access.grant"), record, ["a", "b", "c", "d"].map(colleague), ["c"]);
  expect([people.map(({ person }) => person), keptOut]).toEqual([["d"], 2]);
});

test("a queue address that nobody made means the whole queue", () => {
  expect(readQueueQuestion(new URLSearchParams("filter=everything&after=x"))).toEqual({ filter: "mine", cursor: null });
  const after = `2026-11-23 ${"a".repeat(32)}`;
  expect(readQueueQuestion(new URLSearchParams(queueAddress("overdue", after).split("?")[1]))).toEqual({
    filter: "overdue",
    cursor: after,
  });
});
