import { expect, test } from "vitest";
import { actKey } from "~/desk/act-key";
import { listActs, proposedBy } from "~/desk/act-lists";
import { besideOf } from "~/desk/beside";
import { blockedActsOf } from "~/desk/blocked-list";
import { clocksOf, missedOf } from "~/desk/clock-list";
import { nextStep } from "~/desk/next-step";
import type { CaseRecord, OpenAct } from "~/desk/records";
import { stagePath } from "~/desk/stage-path";
import { KINDS, regionsOf, statesOf, statesOfRegion } from "~workflows";
import { ALL_ROLES, COLLEAGUE, caseAt, ME, PROPOSED, THIRD } from "./support-cases";

const keys = (acts: readonly OpenAct[]) => acts.map(actKey);
const everything = (record: CaseRecord) => {
  const { first, second, pressing, main, everyday, groups } = listActs(record);
  return keys(
    [...first, ...second, ...pressing, ...main, ...everyday, ...groups].flatMap((one) =>
      "acts" in one ? one.acts : one,
    ),
  );
};

test("every open act stands on the page exactly once, wherever the case stands", () => {
  for (const kind of KINDS) {
    for (const state of statesOf(kind)) {
      for (const region of regionsOf(kind).filter((each) => each !== "procedure")) {
        for (const place of statesOfRegion(kind, region)) {
          const record = caseAt({ kind, state, beside: { [region]: place } }, ["ombudsperson", "intake"]);
          expect(everything(record).sort()).toEqual([...new Set(keys(record.open))].sort());
        }
      }
    }
  }
});

test("a clear conscience comes first, beside the way out for whoever has none", () => {
  const record = caseAt({ kind: "tip", state: "received", context: { declared: [] } }, ["intake"]);
  expect(keys(listActs(record).first)).toEqual(["conflict.declareNone", "conflict.declare"]);
  expect(blockedActsOf(record).acts.filter(({ rule }) => rule === "noConflictDeclaration")).toEqual([]);
});

test("what a colleague proposed comes before this person's own steps", () => {
  const record = caseAt({ kind: "tip", state: "closureReview" }, ["reviewer"]);
  expect(keys(listActs(record).second)).toContain("review.approve");
  expect(keys(listActs(record).main)).toContain("review.return");
});

test("what presses stands unfolded above the steps, with the proposals that would answer it", () => {
  const plan = {
    kind: "tip",
    state: "underInvestigation",
    beside: { urgency: "flagged" },
    context: { proposals: {} },
  } as const;
  const { pressing, groups } = listActs(caseAt(plan, ["ombudsperson"]));
  expect(pressing.map(({ id, acts }) => [id, keys(acts)])).toEqual([
    ["urgency", ["urgent.authorise", "urgent.flag", "act.propose urgent.standDown"]],
  ]);
  expect(groups.every(({ isOpen }) => !isOpen)).toBe(true);
});

test("where evidence stands in the way of the findings, its acts are unfolded", () => {
  const record = caseAt({ kind: "tip", state: "underInvestigation", beside: { evidence: "collecting" } }, [
    "investigator",
  ]);
  expect(listActs(record).groups.find(({ id }) => id === "evidence")).toMatchObject({ isOpen: true });
});

test("a case on the newest rules is not offered to go over to them", () => {
  const record = caseAt({ kind: "tip", state: "received" }, ["ombudsperson"]);
  expect(everything(record)).toContain("policy.rebase");
  expect(everything({ ...record, newestPolicy: record.snapshot.context.policy })).not.toContain("policy.rebase");
});

test("what is blocked is told in few lines: this stage's steps and what presses, with who could", () => {
  for (const kind of KINDS) {
    for (const state of statesOf(kind)) {
      for (const role of ALL_ROLES) expect(blockedActsOf(caseAt({ kind, state }, [role])).acts.length).toBeLessThan(13);
    }
  }
  const { acts } = blockedActsOf(caseAt({ kind: "tip", state: "decisionReview" }, ["investigator"]));
  expect(acts).toContainEqual(expect.objectContaining({ event: "review.approve", rule: "notYourRole" }));
  expect(acts.map(({ event }) => event)).not.toContain("conflict.uphold");
});

test("who proposed something sees that it waits", () => {
  const proposals = {
    "hold.lift": { event: "act.propose", by: ME, digest: PROPOSED, codes: {} },
    "review.approve": { event: "closure.propose", by: COLLEAGUE, digest: PROPOSED, codes: {} },
  };
  expect(proposedBy(caseAt({ kind: "tip", state: "closed", context: { proposals } }), ME)).toEqual(["hold.lift"]);
});

test("the top line says whose turn it is and by when", () => {
  const next = (plan: Parameters<typeof caseAt>[0], dues: CaseRecord["dues"] = []) =>
    nextStep({ ...caseAt(plan), dues });
  expect(next({ kind: "tip", state: "received" }).who).toEqual(["intake"]);
  expect(next({ kind: "tip", state: "awaitingInfo" }).who).toEqual(["reporter"]);
  expect(next({ kind: "grievance", state: "agencyReply" }).who).toContain("liaison");
  expect(next({ kind: "grievance", state: "agencyReply" }).who).not.toContain("intake");
  expect(next({ kind: "complaint", state: "decisionPending" }).who).toEqual(["ombudsperson"]);
  expect(next({ kind: "tip", state: "closed" }).who).not.toContain("system");
  const assigned = [{ person: THIRD, role: "investigator" }];
  const dues = [
    { duty: "feedback", day: "2026-12-01" },
    { duty: "underInvestigation", day: "2027-02-09" },
  ];
  const step = next({ kind: "tip", state: "underInvestigation", context: { assigned } }, dues);
  expect([step.who, step.people, step.due]).toEqual([["investigator"], [THIRD], dues[1]]);
  const arrival = [{ duty: "acknowledgement", day: "2026-11-30" }];
  expect(next({ kind: "tip", state: "received" }, arrival).due).toEqual(arrival[0]);
});

test("every state that waits for somebody names who; what is closed rests", () => {
  const silent = KINDS.flatMap((kind) =>
    statesOf(kind).filter((state) => nextStep(caseAt({ kind, state })).who.length === 0),
  );
  expect([...new Set(silent)]).toEqual(["submitted", "closed", "archived"]);
});

test("a side state stands behind the stage that it was left from", () => {
  const before = (plan: Parameters<typeof caseAt>[0]) => {
    const { stages, here } = stagePath(caseAt(plan));
    return stages[here - 1] ?? null;
  };
  const left = { workOrigin: "underInvestigation" };
  expect(before({ kind: "tip", state: "awaitingInfo", context: left })).toBe("underInvestigation");
  expect(before({ kind: "tip", state: "quarantined" })).toBe(null);
  expect(before({ kind: "tip", state: "followUp" })).toBe("concluded");
  expect(before({ kind: "tip", state: "closureReview", context: { ...left, returnTo: "followUp" } })).toBe("concluded");
  expect(before({ kind: "grievance", state: "specialReportPending" })).toBe("decisionPending");
  expect(before({ kind: "complaint", state: "goodOffices" })).toBe("underInquiry");
  expect(before({ kind: "complaint", state: "reviewRequested" })).toBe("closed");
});

test("clocks say who owes and what was missed; reminders come last", () => {
  const dues = [
    { duty: "reminder80", day: "2026-11-25" },
    { duty: "agencyReply", day: "2026-12-04" },
    { duty: "feedback", day: "2026-11-30" },
  ];
  const record = {
    ...caseAt({ kind: "grievance", state: "agencyReply", context: { misses: { feedback: 2, acknowledgement: 1 } } }),
    dues,
  };
  expect(clocksOf(record).map(({ duty, owner, misses }) => [duty, owner, misses])).toEqual([
    ["feedback", "office", 2],
    ["agencyReply", "authority", 0],
    ["reminder80", "nobody", 0],
  ]);
  expect(missedOf(record)).toEqual([{ duty: "acknowledgement", count: 1 }]);
});

test("beside the procedure only what has left its start is told, and what always matters", () => {
  const { snapshot, kind } = caseAt({
    kind: "tip",
    state: "closed",
    beside: { evidence: "empty", keys: "rewrapPending" },
  });
  expect(besideOf({ kind, snapshot })).toEqual([
    { region: "statutoryClock", state: "ackDue" },
    { region: "evidence", state: "empty" },
    { region: "protection", state: "unassessed" },
    { region: "keys", state: "rewrapPending" },
  ]);
});
