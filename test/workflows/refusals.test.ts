import { expect, test } from "vitest";
import { type CaseSnapshot, type EventType, REFUSAL_RULES, Refusal, step } from "~workflows";
import { act, facts, item, type Told, tell, type Who } from "./support/cast";
import { declaredCase } from "./support/main-path";
import { closed, codes, concluded, type RefusalExample, received } from "./support/refusal-cases";
import { OF_PERSONS } from "./support/refusals-of-persons";
import { OF_RECORDS } from "./support/refusals-of-records";
import { OF_REGIONS } from "./support/refusals-of-regions";

const REFUSALS: readonly RefusalExample[] = [...OF_PERSONS, ...OF_RECORDS, ...OF_REGIONS];

function refusalOf(snapshot: CaseSnapshot, event: EventType, who: Who, more?: Told[2]): Refusal | null {
  const { facts: given, ...rest } = more ?? {};
  const base = act(snapshot, event, who, rest);
  try {
    step(snapshot, { ...base, facts: { ...base.facts, ...given } });
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

test.each(REFUSALS)("%s is refused", (_what, snapshot, event, who, rule, more) => {
  expect(refusalOf(snapshot, event, who, more)?.rule).toBe(rule);
});

test("every rule of refusal is met by an example", () => {
  const met = new Set(REFUSALS.map(([, , , , rule]) => rule));
  expect(REFUSAL_RULES.filter((rule) => !met.has(rule))).toEqual([]);
});

test("a refusal names the guard and the roles that could, and nobody's name", () => {
  const refusal = refusalOf(received, "case.acknowledge", "newcomer");
  expect(refusal).toMatchObject({ guard: "G-COI", whoCould: ["intake"], state: "received", event: "case.acknowledge" });
  expect(refusal?.message).toBe("case.acknowledge is refused in received: noConflictDeclaration.");
});

test("a review on day 60 and one for new facts after a year less a day are heard", () => {
  expect(refusalOf(closed, "review.request", "reporter", { day: "2026-05-01" })).toBeNull();
  expect(
    refusalOf(closed, "review.request", "reporter", { day: "2027-03-02", ...codes({ reason: "newFacts" }) }),
  ).toBeNull();
});

test("a refused step leaves the case as it was", () => {
  const before = JSON.stringify(concluded);
  refusalOf(concluded, "case.close", "tess");
  expect(JSON.stringify(concluded)).toBe(before);
});

test("a bare report that two people can open is registered", () => {
  const report = { facts: facts("2026-03-02", [item("report", "bare", "reporter", 2)]) };
  expect(tell(declaredCase("tip"), [["case.register", "system", report]]).state).toBe("received");
});
