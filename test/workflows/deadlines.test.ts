import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addWorkingDays,
  type CaseSnapshot,
  type Duty,
  type Effect,
  expiries,
  type Kind,
  PUBLISHED_LIMITS,
  type Tier,
} from "~workflows";
import { dueOf } from "~workflows/duties";
import { facts, item, tell } from "./support/cast";
import { caseAfter, declaredCase } from "./support/main-path";
import { PUBLISHED_DEADLINES } from "./support/published/deadlines";

const dues = (effects: readonly Effect[]) =>
  Object.fromEntries(effects.flatMap((effect) => (effect.type === "due" ? [[effect.duty, effect.day]] : [])));
const cleared = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.type === "clearDue" ? [effect.duty] : []));
const missed = (effects: readonly Effect[]) => effects.filter(({ type }) => type === "missed");

const HOLIDAYS = ["2026-03-09", "2026-04-03", "2026-04-06", "2026-05-01"];
/** An office of another week counts by its own. */
const FRIDAY_SATURDAY = [5, 6];
const TIERS: readonly (Tier | null)[] = ["T1", "T2", "T3", "T4", null];
const START = "2026-03-02";

/** Where a duty is looked at; most of them count the same for every kind. */
function caseFor(duty: string, kind: Kind): CaseSnapshot["context"] {
  const { context } = caseAfter(kind, "case.acknowledge");
  const at = { ...context.at, ...(duty === "feedbackExtended" ? { statutoryClock: "feedbackExtended" as const } : {}) };
  // Once a look by a reviewer is owed, it has a limit of its own.
  const inquiry = { plan: true, review: "owed" as const };
  return { ...context, at, inquiry, receivedDay: START, feedbackFrom: START, extended: duty === "agencyExtension" };
}
const DUTY_NAMES: Readonly<Record<string, Duty>> = {
  feedbackExtended: "feedback",
  agencyExtension: "agencyReply",
  "preliminaryAssessment.complaint": "preliminaryAssessment",
};

/** "2wd" and the like, counted by hand from the start. */
function countedFrom(day: string, cell: string): string {
  const [, number, unit] = /^(\d+)(d|wd|m)$/.exec(cell) ?? [];
  if (unit === "wd") return addWorkingDays(day, Number(number), { holidays: HOLIDAYS, weekend: FRIDAY_SATURDAY });
  return unit === "m" ? addMonths(day, Number(number)) : addDays(day, Number(number));
}

test.each(PUBLISHED_DEADLINES)(
  "%s is due as published for every tier, with holidays and another weekend; without a tier as T3, when urgent as T1",
  (duty, cells) => {
    const kind = duty.endsWith(".complaint") ? "complaint" : "tip";
    for (const tier of TIERS) {
      for (const urgent of [false, true]) {
        const context = { ...caseFor(duty, kind), tier, urgent };
        const cell = cells[tier === null ? (urgent ? 0 : 2) : TIERS.indexOf(tier)] ?? "";
        const due = dueOf(DUTY_NAMES[duty] ?? (duty as Duty), context, START, {
          limits: PUBLISHED_LIMITS,
          holidays: HOLIDAYS,
          weekend: FRIDAY_SATURDAY,
        });
        expect(`${tier} ${urgent} ${due}`).toBe(`${tier} ${urgent} ${countedFrom(START, cell)}`);
      }
    }
  },
);

test("the acknowledgement is due seven days after arrival, also for a report that was held back, with alarms on days five and six", () => {
  const arrived = dues(tell(declaredCase("tip"), [["case.quarantine", "system"]]).effects);
  expect(arrived).toEqual({ quarantined: "2026-03-07" });
  const { context } = declaredCase("tip");
  expect(context.dues).toEqual({ acknowledgement: "2026-03-09", reminder5: "2026-03-06", reminder6: "2026-03-07" });
  const released = tell(declaredCase("tip"), [
    ["case.quarantine", "system"],
    ["quarantine.release", "tess", { day: "2026-03-05" }],
  ]);
  expect(cleared(released.effects)).toEqual(["quarantined"]);
  expect(released.snapshot.context.dues.acknowledgement).toBe("2026-03-09");
});

test("an urgent arrival is flagged at once and is acknowledged within a day", () => {
  const { snapshot } = tell({ ...declaredCase("tip"), context: { ...declaredCase("tip").context, urgent: true } }, [
    ["case.register", "system"],
  ]);
  expect(snapshot.value.urgency).toBe("flagged");
  expect(snapshot.context.dues).toMatchObject({ acknowledgement: "2026-03-03", urgency: "2026-03-02" });
});

test("a tier recomputes the deadline from the day on which the state began", () => {
  const { effects } = tell(caseAfter("tip", "case.acknowledge"), [
    ["triage.setTier", "tess", { day: "2026-03-03", codes: { tier: "T1" } }],
  ]);
  expect(dues(effects)).toEqual({ preliminaryAssessment: "2026-03-04" });
});

test("a missed assignment is due again, counted, and told with its new day", () => {
  const { effects, snapshot } = tell(caseAfter("tip", "triage.admit"), [
    ["deadline.expired", "system", { day: "2026-03-10", codes: { duty: "admitted" } }],
  ]);
  expect(dues(effects)).toEqual({ admitted: "2026-03-17" });
  expect(missed(effects)).toEqual([
    { type: "missed", duty: "admitted", owner: "office", due: "2026-03-09", next: "2026-03-17", count: 1 },
  ]);
  const again = tell(snapshot, [["deadline.expired", "system", { day: "2026-03-18", codes: { duty: "admitted" } }]]);
  expect(missed(again.effects)).toMatchObject([{ count: 2 }]);
});

test("a reporter who does not answer misses nothing that is counted", () => {
  const asked = tell(caseAfter("tip", "investigator.assign"), [["info.request", "ida"]]).snapshot;
  const { effects, state } = tell(asked, [
    ["deadline.expired", "system", { day: "2026-04-02", codes: { duty: "awaitingInfo" } }],
  ]);
  expect(state).toBe("underInvestigation");
  expect(missed(effects)).toEqual([]);
});

test("the statutory clock runs while the reporter is asked, and ends with the notice", () => {
  const asked = tell(caseAfter("tip", "investigator.assign"), [["info.request", "ida"]]);
  expect(asked.snapshot.context.dues.feedback).toBe("2026-06-02");
  expect(cleared(asked.effects)).not.toContain("feedback");
  const decided = tell(caseAfter("tip", "review.approve"), [["decision.issue", "omar"]]);
  expect(cleared(decided.effects)).toContain("feedback");
});

test("extended feedback is due six months after the acknowledgement, not after the extension", () => {
  const { snapshot } = tell(caseAfter("tip", "case.acknowledge"), [["feedback.extend", "omar", { day: "2026-05-20" }]]);
  expect(snapshot.context.dues.feedback).toBe("2026-09-02");
});

test("an agency's extension counts from the day on which the reply was due", () => {
  const asked = tell(caseAfter("grievance", "investigator.assign"), [["agency.requestReply", "ida"]]).snapshot;
  expect(asked.context.dues.agencyReply).toBe("2026-03-30");
  const { snapshot } = tell(asked, [["agency.extend", "omar", { day: "2026-03-25" }]]);
  expect(snapshot.context.dues.agencyReply).toBe("2026-04-13");
});

test("a closed case is due for the archive once nobody can ask for a review, a discarded one after thirty days", () => {
  expect(caseAfter("tip", "case.close").context.dues.closed).toBe("2027-03-02");
  const { snapshot } = tell(declaredCase("tip"), [
    ["case.quarantine", "system"],
    ["act.propose", "tess", { codes: { for: "quarantine.discard" } }],
    ["quarantine.discard", "tom"],
  ]);
  expect(snapshot.context.dues.closed).toBe("2026-04-01");
});

/** What the sweep says on a day, one event after the other. */
function sweep(start: CaseSnapshot, day: string): { snapshot: CaseSnapshot; said: string[] } {
  let snapshot = start;
  const said: string[] = [];
  for (let [next] = expiries(snapshot, day); next; [next] = expiries(snapshot, day)) {
    said.push(`${next.event} ${next.duty}`);
    snapshot = tell(snapshot, [[next.event, "system", { codes: next.codes, day }]]).snapshot;
    if (said.length > 50) throw new Error("The sweep does not come to an end.");
  }
  return { snapshot, said };
}

test("an arrival that nobody looks at: two alarms, the breach, and then a miss every two days", () => {
  const arrived = caseAfter("tip", "case.register");
  expect(sweep(arrived, "2026-03-06").said).toEqual([]);
  expect(sweep(arrived, "2026-03-07").said).toEqual(["clock.reminder reminder5"]);
  expect(sweep(arrived, "2026-03-10").said).toEqual([
    "clock.reminder reminder5",
    "clock.reminder reminder6",
    "clock.day7 acknowledgement",
  ]);
  const late = sweep(arrived, "2026-03-10").snapshot;
  expect(late.value.statutoryClock).toBe("ackBreached");
  expect(sweep(late, "2026-03-13").said).toEqual(["deadline.missed acknowledgementLate"]);
});

test("a reporter who was written to and stays away is silent after three months, by the sweep alone", () => {
  let snapshot = tell(caseAfter("tip", "case.acknowledge"), [["office.message", "tess"]]).snapshot;
  expect(snapshot.context.dues.silence).toBe("2026-06-02");
  for (const day of ["2026-04-10", "2026-05-10", "2026-06-10"]) snapshot = sweep(snapshot, day).snapshot;
  expect(snapshot.value.standing).toBe("silent");
  const back = tell(caseAfter("tip", "case.acknowledge"), [
    ["office.message", "tess"],
    ["reporter.message", "reporter", { day: "2026-04-01" }],
  ]).snapshot;
  expect(back.context.dues.silence).toBeUndefined();
});

test("a late inquiry owes the reporter a plan within two working days, and at 150 % of its limit a look by a reviewer; nothing closes", () => {
  const working = caseAfter("tip", "investigator.assign");
  expect(working.context.dues).toMatchObject({ underInvestigation: "2026-05-31", inquiryReview: "2026-07-15" });
  const late = sweep(working, "2026-06-01");
  expect(late.said).toContain("deadline.missed underInvestigation");
  expect(late.snapshot.context.dues.inquiryPlan).toBe("2026-06-03");
  const told = tell(late.snapshot, [["inquiry.plan", "ida", { day: "2026-06-02" }]]);
  expect(told.snapshot.context.dues.inquiryPlan).toBeUndefined();
  expect(told.snapshot.value.correspondence).toBe("reporterOwes");

  const { snapshot, said } = sweep(told.snapshot, "2026-07-16");
  expect(said).toContain("deadline.missed inquiryReview");
  expect(snapshot.context.misses.inquiryReview).toBe(1);
  expect(snapshot.context.dues.inquiryReview).toBe("2026-07-30");
  const reviewed = tell(snapshot, [["inquiry.review", "vera", { day: "2026-07-20" }]]).snapshot;
  expect(reviewed.context.dues.inquiryReview).toBe("2026-09-03");
  expect(reviewed.value.procedure).toBe("underInvestigation");
  expect(() => tell(reviewed, [["inquiry.review", "vera"]])).toThrow("notDue");
  const after = tell(snapshot, [
    ["evidence.seal", "ida"],
    ["findings.submit", "ida"],
  ]).snapshot;
  expect(after.context.dues.inquiryReview).toBeUndefined();
});

test("a waived acknowledgement leaves the first reading on a clock of its own", () => {
  const { snapshot } = tell(caseAfter("tip", "case.register"), [["ack.waive", "tess"]]);
  expect(snapshot.value).toMatchObject({ procedure: "received", statutoryClock: "feedbackDue" });
  expect(snapshot.context.dues).toMatchObject({ received: "2026-03-09", feedback: "2026-06-02" });
});

test("check-ins come one, three, six and twelve months after the measures ended, also after a long sleep", () => {
  const { snapshot } = tell(caseAfter("tip", "case.acknowledge"), [
    ["protection.assess", "tess"],
    ["protection.plan", "omar"],
    ["measures.review", "omar"],
  ]);
  expect(snapshot.context.dues.checkin).toBe("2026-04-02");
  const { said } = sweep(snapshot, "2027-03-03");
  expect(said.filter((line) => line.startsWith("checkin.due"))).toHaveLength(4);
});

test("an archived case has no clock but its deletion's, and what holds it is looked at again", () => {
  const closed = tell(caseAfter("tip", "case.close"), [["reporter.message", "reporter"]]).snapshot;
  const archived = tell(closed, [["case.archive", "system", { day: "2027-03-03" }]]).snapshot;
  expect(archived.context.dues).toEqual({ retention: "2029-03-03" });
  const held = tell(archived, [["hold.place", "omar", { day: "2027-04-01" }]]).snapshot;
  expect(held.context.dues).toEqual({ holdReview: "2028-04-01" });
  expect(sweep(held, "2028-04-02").said).toEqual(["deadline.expired holdReview"]);
});

test("a report that brings a file opens the evidence, one without does not", () => {
  const file = {
    facts: facts("2026-03-02", [
      item("message", "correspondence", "reporter"),
      item("file", "correspondence", "reporter"),
    ]),
  };
  expect(tell(declaredCase("tip"), [["case.register", "system", file]]).snapshot.value.evidence).toBe("collecting");
  expect(caseAfter("tip", "case.register").value.evidence).toBe("empty");
});
