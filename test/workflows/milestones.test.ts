import { expect, test } from "vitest";
import {
  type CaseSnapshot,
  milestones,
  PUBLISHED_LIMITS,
  PUBLISHED_LIMITS_VERSION,
  SATURDAY_SUNDAY,
  startCase,
} from "~workflows";
import { tell } from "./support/cast";
import { caseAfter } from "./support/main-path";

const RULES = { limits: PUBLISHED_LIMITS, holidays: [] as readonly string[], weekend: SATURDAY_SUNDAY };
const shown = (snapshot: CaseSnapshot, today: string, rules = RULES) =>
  milestones(snapshot, today, rules).map(({ id, day, state }) => [id, day, state]);
const arrived = (urgent: boolean) =>
  startCase({ kind: "tip", day: "2026-03-02", channel: "browser", policy: PUBLISHED_LIMITS_VERSION, urgent });

test("a reporter sees five dates at once, the next one marked", () => {
  expect(shown(arrived(false), "2026-03-02")).toEqual([
    ["acknowledgement", "2026-03-09", "next"],
    ["assessment", "2026-03-30", "later"],
    ["feedback", "2026-06-09", "later"],
    ["decision", "2026-07-31", "later"],
    ["review", "2026-09-29", "later"],
  ]);
});

test("a case that is urgent is promised earlier dates, and a holiday moves working days", () => {
  expect(shown(arrived(true), "2026-03-02")[0]).toEqual(["acknowledgement", "2026-03-03", "next"]);
  expect(shown(arrived(false), "2026-03-02", { ...RULES, holidays: ["2026-03-10"] })[1]).toEqual([
    "assessment",
    "2026-03-31",
    "later",
  ]);
});

test("what is done shows its day, what is late says so", () => {
  const later = milestones(caseAfter("tip", "case.acknowledge"), "2026-03-24", RULES);
  expect(later[0]).toEqual({ id: "acknowledgement", day: "2026-03-09", state: "done", doneDay: "2026-03-02" });
  expect(later[1]).toEqual({ id: "assessment", day: "2026-03-23", state: "late" });
  expect(later[2]?.state).toBe("next");
});

test("feedback that was given early is done on its day", () => {
  const { snapshot } = tell(caseAfter("tip", "case.acknowledge"), [["feedback.give", "tess", { day: "2026-04-01" }]]);
  expect(milestones(snapshot, "2026-04-02", RULES)[2]).toMatchObject({ state: "done", doneDay: "2026-04-01" });
});

test("a closed case shows until when a review can be asked for, and that it is over", () => {
  const closed = caseAfter("grievance", "case.close");
  expect(shown(closed, "2026-03-02").at(-1)).toEqual(["review", "2026-05-01", "next"]);
  expect(shown(closed, "2026-05-02").at(-1)).toEqual(["review", "2026-05-01", "done"]);
});

test("closing without a decision answers everything that was still open", () => {
  const { snapshot } = tell(caseAfter("tip", "case.acknowledge"), [
    ["closure.propose", "tess"],
    ["review.approve", "vera"],
  ]);
  expect(shown(snapshot, "2026-03-02").map(([, , state]) => state)).toEqual(["done", "done", "done", "done", "next"]);
});
