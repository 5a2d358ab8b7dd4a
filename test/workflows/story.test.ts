import { expect, test } from "vitest";
import { KINDS, type Kind, outcomesOfEvent } from "~workflows";
import { PEOPLE, type Told, tell } from "./support/cast";
import { caseAfter, declaredCase, mainPath } from "./support/main-path";

const work = (kind: Kind) => (kind === "tip" ? "underInvestigation" : "underInquiry");

test.each(KINDS)("a %s is read, admitted, looked into, decided by three people, closed and archived", (kind) => {
  const states: string[] = [];
  mainPath(kind).reduce((before, act) => {
    const { snapshot, state } = tell(before, [act]);
    states.push(state);
    return snapshot;
  }, declaredCase(kind));
  const assessed = kind === "complaint" ? ["assessmentReview"] : [];
  const heard = kind === "tip" ? [] : ["provisionalFindings"];
  const published = kind === "complaint" ? ["publicationReview"] : [];
  const passed = states.filter((state, index) => state !== states[index - 1]);
  expect(passed).toEqual([
    ...["received", "preliminaryAssessment", ...assessed, "admitted", work(kind), ...heard],
    ...["decisionReview", "decisionPending", ...published, "concluded", "closed"],
  ]);
  const closed = caseAfter(kind, "case.close");
  const [outcome] = outcomesOfEvent(kind, "decision.issue");
  expect(closed.context).toMatchObject({ outcome, noticed: true, closedDay: "2026-03-02" });
  expect(closed.value.statutoryClock).toBe("outcomeGiven");
  const archived = tell(closed, [["case.archive", "system", { day: "2027-03-03" }]]).snapshot;
  expect(archived.value).toMatchObject({ procedure: "archived", retention: "scheduled" });
  const purged = tell(archived, [["purge.execute", "system", { day: "2029-03-04", codes: { duty: "retention" } }]]);
  expect(purged.snapshot.value.retention).toBe("purged");
  expect(purged.effects).toContainEqual({ type: "purge" });
});

test.each(KINDS)("silence on a question sends a %s back to its work and closes nothing", (kind) => {
  const asked = tell(caseAfter(kind, "investigator.assign"), [["info.request", "ida"]]).snapshot;
  const over = { day: "2026-05-01", codes: { duty: "awaitingInfo" } };
  const silent = tell(asked, [["deadline.expired", "system", over]]).snapshot;
  expect(silent.value.procedure).toBe(work(kind));
  expect(silent.context.noReply).toBe(true);
  const answered = tell(asked, [["reporter.reply", "reporter"]]).snapshot;
  expect(answered.context.noReply).toBe(false);
  expect(answered.value.correspondence).toBe("officeOwes");
});

test("a report that nobody could read counts as acknowledged and leads to the assessment once it is sent again", () => {
  const asked = tell(declaredCase("tip"), [
    ["case.register", "system"],
    ["case.reportUndecryptable", "tess"],
  ]).snapshot;
  expect(asked.context.reached.acknowledged).toBe("2026-03-02");
  expect(asked.value.statutoryClock).toBe("feedbackDue");
  expect(tell(asked, [["reporter.reply", "reporter"]]).state).toBe("preliminaryAssessment");
});

test("a flood report is discarded by two people and its ground says so", () => {
  const { snapshot } = tell(declaredCase("tip"), [
    ["case.quarantine", "system"],
    ["act.propose", "tess", { codes: { for: "quarantine.discard" } }],
    ["quarantine.discard", "tom"],
  ]);
  expect(snapshot.context).toMatchObject({ ground: "DISCARDED", outcome: null, proposals: {} });
  expect(snapshot.value).toMatchObject({ procedure: "closed", statutoryClock: "outcomeGiven" });
});

test("a case closed without a decision carries the ground that was proposed and approved", () => {
  const { snapshot } = tell(caseAfter("complaint", "triage.setTier"), [
    ["closure.propose", "tess", { codes: { ground: "OUT_OF_MANDATE" } }],
    ["review.approve", "vera"],
  ]);
  expect(snapshot.value).toMatchObject({ procedure: "closed", statutoryClock: "outcomeGiven" });
  expect(snapshot.context).toMatchObject({ ground: "OUT_OF_MANDATE", outcome: null, noticed: true });
});

test.each([["followUp", [["followup.open", "omar"]]]] as const)(
  "a closure that is returned goes back to %s",
  (state, story) => {
    const followed = tell(caseAfter("grievance", "decision.issue"), story as readonly Told[]).snapshot;
    const returned = tell(followed, [
      ["closure.propose", "ida", { codes: { ground: "IMPLEMENTED" } }],
      ["review.return", "vera"],
    ]);
    expect(returned.state).toBe(state);
  },
);

test("a granted review starts the assessment afresh, and a new decision can be reviewed again", () => {
  const again = tell(caseAfter("tip", "case.close"), [
    ["review.request", "reporter", { day: "2026-04-01" }],
    ["review.grant", "vic", { day: "2026-04-10" }],
  ]).snapshot;
  expect(again.value).toMatchObject({ procedure: "preliminaryAssessment", statutoryClock: "feedbackDue" });
  expect(again.context).toMatchObject({ outcome: null, closedDay: null, assigned: [], noticed: false, used: [] });
  expect(again.context.feedbackFrom).toBe("2026-04-10");
});

test("a lower tier waits for a second person, a higher one holds at once", () => {
  const set = caseAfter("tip", "triage.setTier");
  const lowered = tell(set, [["triage.setTier", "tess", { codes: { tier: "T4" } }]]).snapshot;
  expect(lowered.context).toMatchObject({ tier: "T3", pendingTier: "T4" });
  const confirmed = tell(lowered, [["triage.confirmTier", "vera"]]).snapshot;
  expect(confirmed.context).toMatchObject({ tier: "T4", pendingTier: null });
  const raised = tell(lowered, [["triage.setTier", "tess", { codes: { tier: "T1" } }]]).snapshot;
  expect(raised.context).toMatchObject({ tier: "T1", pendingTier: null, proposals: {} });
});

test("whoever steps aside loses the case, the assignment and the keys, and the ombudsperson assigns anew", () => {
  const aside = tell(caseAfter("tip", "investigator.assign"), [["conflict.declare", "ida"]]);
  expect(aside.effects).toContainEqual({ type: "recuse", person: PEOPLE.ida.person });
  expect(aside.snapshot.context.assigned).toEqual([]);
  expect(aside.snapshot.value.keys).toBe("rewrapPending");
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
  expect(caseAfter("tip", "case.acknowledge").context.recused).toEqual([PEOPLE.struck.person]);
});

test("an assessment that the reporter was told of does not stand for the decision", () => {
  const { proposals, noticed } = caseAfter("complaint", "review.approve").context;
  expect([Object.keys(proposals), noticed]).toEqual([["decision.issue", "recommendation.issue"], true]);
  const untold = { facts: { items: [] } };
  expect(() => tell(caseAfter("complaint", "review.approve"), [["decision.issue", "omar", untold]])).toThrow();
});
