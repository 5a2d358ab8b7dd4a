import { expect, test } from "vitest";
import { KINDS, type Kind, outcomesOf } from "~workflows";
import { caseAfter, declaredCase, mainPath, PEOPLE, tell } from "./support/cast";

const work = (kind: Kind) => (kind === "tip" ? "underInvestigation" : "underInquiry");

test.each(KINDS)("a %s is read, admitted, looked into, decided by three people, closed and archived", (kind) => {
  const states = mainPath(kind).map(([event]) => caseAfter(kind, event).value.procedure);
  const decided = ["decisionReview", "decisionPending", "concluded", "closed"];
  expect(states).toEqual([
    "received",
    "preliminaryAssessment",
    "preliminaryAssessment",
    "admitted",
    work(kind),
    ...decided,
  ]);
  const closed = caseAfter(kind, "case.close");
  expect(closed.context).toMatchObject({ outcome: outcomesOf(kind)[0], noticed: true, closedDay: "2026-03-02" });
  const archived = tell(closed, [["case.archive", "system", { day: "2027-03-03" }]]).snapshot;
  expect(archived).toMatchObject({ status: "done", value: { procedure: "archived" } });
});

test.each(KINDS)("silence on a question sends a %s back to its work and closes nothing", (kind) => {
  const asked = tell(caseAfter(kind, "investigator.assign"), [["info.request", "ida"]]).snapshot;
  const silent = tell(asked, [["deadline.expired", "system", { day: "2026-05-01" }]]).snapshot;
  expect(silent.value.procedure).toBe(work(kind));
  expect(silent.context.noReply).toBe(true);
  const answered = tell(asked, [["reporter.reply", "reporter"]]).snapshot;
  expect(answered.context.noReply).toBe(false);
});

test("a report that nobody could read counts as acknowledged and leads to the assessment once it is sent again", () => {
  const asked = tell(declaredCase("tip"), [
    ["case.register", "system"],
    ["case.reportUndecryptable", "tess"],
  ]).snapshot;
  expect(asked.context.reached.acknowledged).toBe("2026-03-02");
  expect(tell(asked, [["reporter.reply", "reporter"]]).state).toBe("preliminaryAssessment");
});

test("a flood report is discarded by two people and its ground says so", () => {
  const { snapshot } = tell(declaredCase("tip"), [
    ["case.quarantine", "system"],
    ["quarantine.proposeDiscard", "tess"],
    ["quarantine.discard", "tom"],
  ]);
  expect(snapshot.context).toMatchObject({ ground: "DISCARDED", outcome: null, proposal: null });
});

test("a case closed without a decision carries the ground that was proposed and approved", () => {
  const { snapshot } = tell(caseAfter("complaint", "triage.setTier"), [
    ["closure.propose", "tess", { codes: { ground: "OUT_OF_MANDATE" } }],
    ["review.approve", "vera"],
  ]);
  expect(snapshot.value.procedure).toBe("closed");
  expect(snapshot.context).toMatchObject({ ground: "OUT_OF_MANDATE", outcome: null, noticed: true });
});

test("a returned closure goes back to the work that it came from", () => {
  const followed = tell(caseAfter("grievance", "decision.issue"), [["followup.open", "omar"]]).snapshot;
  const { state } = tell(followed, [
    ["closure.propose", "ida", { codes: { ground: "IMPLEMENTED" } }],
    ["review.return", "vera"],
  ]);
  expect(state).toBe("followUp");
});

test("a granted review starts the assessment afresh, and a new decision can be reviewed again", () => {
  const again = tell(caseAfter("tip", "case.close"), [
    ["review.request", "reporter", { day: "2026-04-01" }],
    ["review.grant", "vic", { day: "2026-04-10" }],
  ]).snapshot;
  expect(again.value.procedure).toBe("preliminaryAssessment");
  expect(again.context).toMatchObject({
    outcome: null,
    closedDay: null,
    assigned: [],
    noticed: false,
    reviewUsed: false,
  });
  expect(again.context.feedbackFrom).toBe("2026-04-10");
});

test("a lower tier waits for a second person, a higher one holds at once", () => {
  const set = caseAfter("tip", "triage.setTier");
  const lowered = tell(set, [["triage.setTier", "tess", { codes: { tier: "T4" } }]]).snapshot;
  expect(lowered.context).toMatchObject({ tier: "T3", pendingTier: "T4" });
  expect(tell(lowered, [["triage.confirmTier", "vera"]]).snapshot.context).toMatchObject({
    tier: "T4",
    pendingTier: null,
  });
  const raised = tell(lowered, [["triage.setTier", "tess", { codes: { tier: "T1" } }]]).snapshot;
  expect(raised.context).toMatchObject({ tier: "T1", pendingTier: null, proposal: null });
});

test("whoever steps aside loses the case and the assignment, and the ombudsperson assigns anew", () => {
  const aside = tell(caseAfter("tip", "investigator.assign"), [["conflict.declare", "ida"]]);
  expect(aside.effects).toEqual([{ type: "recuse", person: PEOPLE.ida.person }]);
  expect(aside.snapshot.context.assigned).toEqual([]);
  const { state, effects } = tell(aside.snapshot, [
    ["investigator.reassign", "omar"],
    ["investigator.assign", "omar", { codes: { person: PEOPLE.many.person } }],
  ]);
  expect(state).toBe("underInvestigation");
  expect(effects).toContainEqual({ type: "assign", person: PEOPLE.many.person, role: "investigator" });
});

test("reassigning ends the earlier investigator's access at once", () => {
  const { effects } = tell(caseAfter("tip", "investigator.assign"), [["investigator.reassign", "omar"]]);
  expect(effects).toContainEqual({ type: "revoke", person: PEOPLE.ida.person });
});

test("people whom the reporter struck out are recused by the acknowledgement", () => {
  const { context } = caseAfter("tip", "case.acknowledge");
  expect(context.recused).toEqual([PEOPLE.struck.person]);
});
