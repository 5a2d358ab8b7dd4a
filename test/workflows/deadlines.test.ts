import { expect, test } from "vitest";
import { addDays, addMonths, addWorkingDays, DayError, type Effect, expiryEvent } from "~workflows";
import { caseAfter, declaredCase, tell } from "./support/cast";

const dues = (effects: readonly Effect[]) =>
  Object.fromEntries(effects.flatMap((effect) => (effect.type === "due" ? [[effect.duty, effect.day]] : [])));
const cleared = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.type === "clearDue" ? [effect.duty] : []));

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2028-01-31", 1, "2028-02-29"],
  ["2026-11-30", 3, "2027-02-28"],
  ["2026-10-15", 3, "2027-01-15"],
  ["2028-02-29", 12, "2029-02-28"],
])("%s plus %i months is %s: a shorter month ends on its last day", (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});

test.each([
  ["2026-03-02", 5, "2026-03-09"],
  ["2026-03-06", 1, "2026-03-09"],
  ["2026-03-07", 1, "2026-03-09"],
  ["2026-03-08", 10, "2026-03-20"],
  ["1969-12-31", 1, "1970-01-01"],
])("%s plus %i working days is %s: weekends do not count", (day, workingDays, expected) => {
  expect(addWorkingDays(day, workingDays)).toBe(expected);
});

test("calendar days count through weekends, month ends and leap days", () => {
  expect(addDays("2028-02-27", 3)).toBe("2028-03-01");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
});

test.each(["2026-02-29", "2026-13-01", "02.03.2026", ""])("%j is no day", (value) => {
  expect(() => addDays(value, 1)).toThrow(DayError);
});

test("the acknowledgement is due seven days after arrival, also for a report that was held back", () => {
  expect(dues(tell(declaredCase("tip"), [["case.register", "system"]]).effects)).toEqual({
    acknowledgement: "2026-03-09",
  });
  const held = tell(declaredCase("tip"), [["case.quarantine", "system"]]);
  expect(dues(held.effects)).toEqual({ acknowledgement: "2026-03-09", quarantined: "2026-03-07" });
  const released = tell(held.snapshot, [["quarantine.release", "tess", { day: "2026-03-05" }]]);
  expect(dues(released.effects)).toEqual({});
  expect(cleared(released.effects)).toEqual(["quarantined"]);
});

test.each([
  ["tip", "2026-03-24"],
  ["complaint", "2026-06-03"],
] as const)(
  "the acknowledgement of a %s starts feedback and assessment; without a tier it runs as T3",
  (kind, assessment) => {
    const { effects } = tell(caseAfter(kind, "case.register"), [["case.acknowledge", "tess", { day: "2026-03-03" }]]);
    expect(dues(effects)).toEqual({ feedback: "2026-06-03", preliminaryAssessment: assessment });
    expect(cleared(effects)).toEqual(["acknowledgement"]);
  },
);

test("a tier recomputes the deadline from the day on which the state began", () => {
  const { effects } = tell(caseAfter("tip", "case.acknowledge"), [
    ["triage.setTier", "tess", { day: "2026-03-03", codes: { tier: "T1" } }],
  ]);
  expect(effects).toEqual([{ type: "due", duty: "preliminaryAssessment", day: "2026-03-04" }]);
});

test("a missed assignment is due again, and a question has its own deadline", () => {
  const missed = tell(caseAfter("tip", "triage.admit"), [["deadline.expired", "system", { day: "2026-03-10" }]]);
  expect(dues(missed.effects)).toEqual({ admitted: "2026-03-17" });
  const asked = tell(caseAfter("tip", "investigator.assign"), [["info.request", "ida"]]);
  expect(dues(asked.effects)).toEqual({ awaitingInfo: "2026-04-01" });
  expect(cleared(asked.effects)).toEqual(["underInvestigation"]);
});

test("the feedback clock does not pause while the reporter is asked, and ends with the notice", () => {
  const asked = tell(caseAfter("tip", "investigator.assign"), [["info.request", "ida"]]);
  expect(cleared(asked.effects)).not.toContain("feedback");
  const decided = tell(caseAfter("tip", "review.approve"), [["decision.issue", "omar"]]);
  expect(cleared(decided.effects)).toContain("feedback");
});

test("a closed case is due for the archive once nobody can ask for a review", () => {
  const { effects } = tell(caseAfter("tip", "decision.issue"), [["case.close", "omar"]]);
  expect(dues(effects)).toEqual({ closed: "2027-03-03" });
});

test("the sweep moves a case only where the procedure says so", () => {
  expect(expiryEvent("tip", "awaitingInfo")).toBe("deadline.expired");
  expect(expiryEvent("tip", "closed")).toBe("case.archive");
  for (const duty of ["acknowledgement", "feedback", "preliminaryAssessment", "decisionReview"] as const) {
    expect(expiryEvent("tip", duty)).toBeNull();
  }
});
