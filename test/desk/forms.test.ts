import { expect, test } from "vitest";
import { findActFaults, NO_ANSWERS } from "~/desk/act-answers";
import { blockedActsOf, openActsOf } from "~/desk/act-lists";
import { daysBetween, nearness, writeDueDay } from "~/desk/days";
import { offerPeople } from "~/desk/offer-people";
import { queueAddress, readQueueQuestion } from "~/desk/queue-question";
import type { CaseRecord, Colleague, OpenAct } from "~/desk/records";
import { scoreOf, tierOf } from "~/desk/tier-policy";

const act = (event: OpenAct["event"], needs: OpenAct["needs"] = []): OpenAct => ({
  event,
  role: "intake",
  to: "received",
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

test("the clear conscience comes first, and what only the reporter can do is no button", () => {
  const open = [act("case.note"), act("case.acknowledge"), act("conflict.declareNone")];
  expect(openActsOf({ open }).steps.map(({ event }) => event)).toEqual(["conflict.declareNone", "case.acknowledge"]);
  const blocked = [
    {
      event: "reporter.message" as const,
      rule: "notYourRole" as const,
      guard: "G-ACTOR" as const,
      whoCould: ["reporter" as const],
    },
    {
      event: "case.acknowledge" as const,
      rule: "notYourRole" as const,
      guard: "G-ACTOR" as const,
      whoCould: ["intake" as const],
    },
    {
      event: "review.approve" as const,
      rule: "samePerson" as const,
      guard: "G-4E" as const,
      whoCould: ["reviewer" as const],
    },
  ];
  expect(blockedActsOf({ open, blocked, compartments: [] }).map(({ event }) => event)).toEqual(["review.approve"]);
});

test("a queue address that nobody made means the whole queue", () => {
  expect(readQueueQuestion(new URLSearchParams("filter=everything&after=x"))).toEqual({ filter: "mine", cursor: null });
  const after = `2026-11-23 ${"a".repeat(32)}`;
  expect(readQueueQuestion(new URLSearchParams(queueAddress("overdue", after).split("?")[1]))).toEqual({
    filter: "overdue",
    cursor: after,
  });
});
