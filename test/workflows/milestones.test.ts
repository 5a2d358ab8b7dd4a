import { expect, test } from "vitest";
import { milestones, startCase } from "~workflows";
import { caseAfter, tell } from "./support/cast";

const shown = (...args: Parameters<typeof milestones>) =>
  milestones(...args).map(({ id, day, state }) => [id, day, state]);

test("a reporter sees five dates at once, the next one marked", () => {
  expect(shown(startCase({ kind: "tip", day: "2026-03-02", channel: "browser" }), "2026-03-02")).toEqual([
    ["acknowledgement", "2026-03-09", "next"],
    ["assessment", "2026-03-30", "later"],
    ["feedback", "2026-06-09", "later"],
    ["decision", "2026-07-31", "later"],
    ["review", "2026-09-29", "later"],
  ]);
});

test("what is done shows its day, what is late says so", () => {
  const later = milestones(caseAfter("tip", "case.acknowledge"), "2026-03-24");
  expect(later[0]).toEqual({ id: "acknowledgement", day: "2026-03-09", state: "done", doneDay: "2026-03-02" });
  expect(later[1]).toEqual({ id: "assessment", day: "2026-03-23", state: "late" });
  expect(later[2]?.state).toBe("next");
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
