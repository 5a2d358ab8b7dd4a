import { expect, test } from "vitest";
import type { EventType } from "~workflows";
import { everyItem, PEOPLE, tell, type Who } from "./support/cast";
import { caseAfter, declaredCase } from "./support/main-path";

const assessed = caseAfter("tip", "case.acknowledge");
const propose = (answer: string) => ["act.propose", "tess", { codes: { for: answer } }] as const;

test("a withdrawal waits seven days; then it closes the case, and the reporter can come back", () => {
  const asked = tell(assessed, [["reporter.withdraw", "reporter", { day: "2026-03-10" }]]).snapshot;
  const { snapshot } = tell(asked, [["withdrawal.confirm", "omar", { day: "2026-03-17" }]]);
  expect(snapshot.value).toMatchObject({ procedure: "closed", standing: "withdrawn", statutoryClock: "outcomeGiven" });
  expect(snapshot.context.ground).toBe("WITHDRAWN");
  expect(tell(snapshot, [["reporter.rejoin", "reporter"]]).snapshot.value.standing).toBe("participating");
  expect(tell(asked, [["reporter.rescind", "reporter"]]).snapshot.value.standing).toBe("participating");
});

test("a withdrawal before the acknowledgement leaves no clock of the statute running", () => {
  const { snapshot } = tell(caseAfter("tip", "case.register"), [
    ["reporter.withdraw", "reporter"],
    ["withdrawal.confirm", "omar", { day: "2026-03-09" }],
  ]);
  expect(snapshot.value).toMatchObject({ procedure: "closed", statutoryClock: "outcomeGiven" });
});

test("a case that goes on in the public interest goes on without its reporter, by two people, with new keys", () => {
  const { snapshot, effects } = tell(assessed, [
    ["reporter.withdraw", "reporter"],
    propose("withdrawal.continueInPublicInterest"),
    ["withdrawal.continueInPublicInterest", "omar"],
  ]);
  expect(snapshot.value).toMatchObject({
    procedure: "preliminaryAssessment",
    standing: "unlinked",
    keys: "rewrapPending",
  });
  expect(effects).toContainEqual({ type: "renewKeys" });
});

test("retaliation raises the tier at once, voids a lower one that waited, and keeps the case from being closed", () => {
  const lowering = tell(caseAfter("tip", "triage.setTier"), [
    ["triage.setTier", "tess", { codes: { tier: "T4" } }],
  ]).snapshot;
  const { snapshot } = tell(lowering, [["retaliation.report", "reporter"]]);
  expect(snapshot.context).toMatchObject({ tier: "T2", pendingTier: null, proposals: {} });
  expect(snapshot.value).toMatchObject({ protection: "incidentOpen", correspondence: "officeOwes" });
  const closed = tell(snapshot, [propose("incident.close"), ["incident.close", "omar"]]).snapshot;
  expect(closed.value.protection).toBe("monitoring");
  expect(tell(closed, [propose("protection.end"), ["protection.end", "omar"]]).snapshot.value.protection).toBe("ended");
});

test("an allegation that is upheld puts the person out at once and asks for new keys", () => {
  const named = { codes: { person: PEOPLE.ida.person } };
  const { snapshot, effects } = tell(caseAfter("tip", "investigator.assign"), [
    ["conflict.allege", "reporter", named],
    propose("conflict.uphold"),
    ["conflict.uphold", "vera"],
  ]);
  expect(snapshot.value).toMatchObject({ conflict: "clear", keys: "rewrapPending" });
  expect(snapshot.context).toMatchObject({ allegations: [], assigned: [] });
  expect(snapshot.context.recused).toContain(PEOPLE.ida.person);
  expect(effects).toContainEqual({ type: "recuse", person: PEOPLE.ida.person });
});

const allege = (who: Who, person: string | null, day = "2026-03-02") =>
  ["conflict.allege", who, { day, codes: { person } }] as const;
const about = (allegation: string) => ({ codes: { allegation } });

test("reasons about one person never meet another one who is alleged meanwhile", () => {
  const { snapshot } = tell(assessed, [
    allege("tess", PEOPLE.ida.person),
    propose("conflict.uphold"),
    allege("reporter", PEOPLE.omar.person),
  ]);
  expect(() => tell(snapshot, [["conflict.uphold", "vera", about("2")]])).toThrow("noProposal");
  expect(() => tell(snapshot, [["conflict.uphold", "vera", { codes: { allegation: null } }]])).toThrow("noAllegation");
  const { context, value } = tell(snapshot, [["conflict.uphold", "vera", about("1")]]).snapshot;
  expect(context.recused).toContain(PEOPLE.ida.person);
  expect(context.recused).not.toContain(PEOPLE.omar.person);
  expect([value.conflict, context.allegations.map(({ id }) => id)]).toEqual(["inReview", ["2"]]);
});

test("several people are alleged at once, each is answered, and the clock is that of the oldest one left", () => {
  const three = tell(assessed, [
    allege("tess", PEOPLE.ida.person, "2026-03-02"),
    allege("reporter", PEOPLE.omar.person, "2026-03-03"),
    allege("tom", PEOPLE.omar.person, "2026-03-04"),
    allege("reporter", PEOPLE.vic.person, "2026-03-05"),
  ]).snapshot;
  expect(three.context.allegations.map(({ id, person }) => [id, person])).toEqual([
    ["1", PEOPLE.ida.person],
    ["2", PEOPLE.omar.person],
    ["3", PEOPLE.vic.person],
  ]);
  expect(three.context.dues.conflictReview).toBe("2026-03-09");
  const answer = (event: EventType, allegation: string, who: Who) =>
    [
      ["act.propose", "tess", { codes: { for: event, allegation } }],
      [event, who, { ...about(allegation), role: event === "conflict.dismiss" ? "ombudsperson" : "reviewer" }],
    ] as const;
  const two = tell(three, answer("conflict.dismiss", "1", "omar")).snapshot;
  expect([two.value.conflict, two.context.dues.conflictReview]).toEqual(["inReview", "2026-03-10"]);
  // Omar decides about others while he is alleged, and never about himself; the alternate does.
  expect(() => tell(two, answer("conflict.dismiss", "2", "omar"))).toThrow("notAllegedPerson");
  const one = tell(two, answer("conflict.dismiss", "2", "many")).snapshot;
  expect([one.value.conflict, one.context.dues.conflictReview]).toEqual(["inReview", "2026-03-12"]);
  const { value, context } = tell(one, answer("conflict.uphold", "3", "vera")).snapshot;
  expect([value.conflict, context.allegations, context.dues.conflictReview]).toEqual(["clear", [], undefined]);
  expect(context.recused).toContain(PEOPLE.vic.person);
});

test("somebody whom the reporter describes in words is named by an officer before anybody is recused", () => {
  const described = tell(assessed, [allege("reporter", null), allege("tess", PEOPLE.vic.person)]).snapshot;
  expect(() =>
    tell(described, [
      ["act.propose", "tess", { codes: { for: "conflict.uphold", allegation: "1" } }],
      ["conflict.uphold", "vera", about("1")],
    ]),
  ).toThrow("unknownPerson");
  const named = tell(described, [
    ["conflict.allege", "tom", { codes: { person: PEOPLE.ida.person, allegation: "1" } }],
  ]).snapshot;
  expect(named.context.allegations).toMatchObject([
    { id: "1", person: PEOPLE.ida.person, by: "reporter" },
    { id: "2", person: PEOPLE.vic.person },
  ]);
  const same = tell(described, [
    ["conflict.allege", "tom", { codes: { person: PEOPLE.vic.person, allegation: "1" } }],
  ]).snapshot;
  expect(same.context.allegations.map(({ id }) => id)).toEqual(["2"]);
  expect(() => tell(named, [["conflict.allege", "tom", { codes: { allegation: "2" } }]])).toThrow("noAllegation");
});

test("danger that is told again while a disclosure waits drops neither: both are ratified, each in its time", () => {
  const again = tell(assessed, [
    ["urgent.flag", "reporter"],
    ["urgent.authorise", "omar"],
    ["urgent.flag", "reporter", { day: "2026-03-03" }],
  ]).snapshot;
  expect(again.value.urgency).toBe("acted");
  expect(again.context.dues).toMatchObject({ urgencyRatify: "2026-03-03", urgencyAgain: "2026-03-03" });
  // Ratified, the new danger is still to be looked at, and its clock has not started anew.
  const open = tell(again, [["urgent.ratify", "vera", { day: "2026-03-03" }]]).snapshot;
  expect([open.value.urgency, open.context.dues.urgency, open.context.urgent]).toEqual(["flagged", "2026-03-03", true]);

  const twice = tell(again, [
    ["urgent.authorise", "many", { role: "ombudsperson", day: "2026-03-04", facts: { items: everyItem("many") } }],
  ]).snapshot;
  expect(twice.context.dues.urgencyAgain).toBeUndefined();
  expect(twice.context.disclosures).toHaveLength(2);
  expect(() => tell(twice, [["urgent.ratify", "omar"]])).toThrow("samePerson");
  const first = tell(twice, [["urgent.ratify", "vera", { day: "2026-03-04" }]]).snapshot;
  expect([first.value.urgency, first.context.dues.urgencyRatify]).toEqual(["acted", "2026-03-05"]);
  expect(() => tell(first, [["urgent.ratify", "many", { role: "reviewer" }]])).toThrow("samePerson");
  expect(tell(first, [["urgent.ratify", "omar"]]).snapshot.value.urgency).toBe("normal");
});

test("after retaliation the ombudsperson takes people off the case, for now: keys are renewed, and they can come back", () => {
  const incident = tell(caseAfter("tip", "investigator.assign"), [["retaliation.report", "reporter"]]).snapshot;
  const { snapshot, effects } = tell(incident, [
    ["access.narrow", "omar", { codes: { people: [PEOPLE.ida.person, PEOPLE.vic.person] } }],
  ]);
  expect(effects).toContainEqual({ type: "revoke", person: PEOPLE.ida.person });
  expect(effects).toContainEqual({ type: "revoke", person: PEOPLE.vic.person });
  expect(snapshot.value).toMatchObject({ keys: "rewrapPending", procedure: "underInvestigation" });
  expect(snapshot.context).toMatchObject({ assigned: [], recused: incident.context.recused });
  expect(tell(snapshot, [["access.grant", "tess", { codes: { person: PEOPLE.ida.person } }]]).effects).toContainEqual({
    type: "grant",
    person: PEOPLE.ida.person,
    role: "investigator",
  });
});

test("an urgent disclosure is made by one person at once and ratified by another, whatever the procedure does meanwhile", () => {
  const acted = tell(assessed, [
    ["urgent.flag", "reporter"],
    ["urgent.authorise", "omar"],
    ["closure.propose", "tess"],
    ["review.return", "vera"],
  ]).snapshot;
  expect(acted.value.urgency).toBe("acted");
  expect(() => tell(acted, [["urgent.ratify", "omar"]])).toThrow("samePerson");
  expect(tell(acted, [["urgent.ratify", "many", { role: "ombudsperson" }]]).snapshot.value.urgency).toBe("normal");
  const aside = tell(acted, [["conflict.declare", "omar"]]).snapshot;
  expect(tell(aside, [["urgent.ratify", "vera"]]).snapshot.value.urgency).toBe("normal");
});

test("evidence that no longer fits its digests stops everything that rests on it until two people resolve it", () => {
  const sealed = caseAfter("tip", "evidence.seal");
  const broken = tell(sealed, [["evidence.mismatch", "vera"]]).snapshot;
  expect(() => tell(broken, [["findings.submit", "ida"]])).toThrow("evidenceNotSealed");
  const { snapshot } = tell(broken, [
    propose("integrity.resolve"),
    ["integrity.resolve", "omar"],
    ["evidence.seal", "ida"],
  ]);
  expect(snapshot.value.evidence).toBe("sealed");
});

test("an interim recommendation is made by two people, answered by the authority and lifted", () => {
  const { snapshot } = tell(caseAfter("grievance", "investigator.assign"), [
    propose("interim.recommend"),
    ["interim.recommend", "omar"],
    ["authority.suspend", "lena"],
  ]);
  expect(snapshot.value.interim).toBe("inForce");
  expect(tell(snapshot, [["interim.lift", "omar"]]).snapshot.value.interim).toBe("none");
});

test("a T1 case is on hold once it is archived, and two people who declared themselves let it go", () => {
  const closed = tell(assessed, [
    ["triage.setTier", "tess", { codes: { tier: "T1" } }],
    ["closure.propose", "tess"],
    ["review.approve", "vera"],
  ]).snapshot;
  const archived = tell(closed, [["case.archive", "system", { day: "2027-03-03" }]]).snapshot;
  expect(archived.value).toMatchObject({ procedure: "archived", retention: "onHold" });
  const day = "2027-04-01";
  const { snapshot } = tell(archived, [
    ["conflict.declareNone", "newcomer", { day }],
    ["act.propose", "newcomer", { day, codes: { for: "hold.lift" } }],
    ["hold.lift", "omar", { day }],
  ]);
  expect(snapshot.value.retention).toBe("scheduled");
  expect(snapshot.context.dues.retention).toBe("2030-04-01");
});

test("a hold on an open case is placed by one and lifted by two; it keeps the case from the archive", () => {
  const held = tell(caseAfter("tip", "case.close"), [["hold.place", "omar"]]).snapshot;
  expect(() => tell(held, [["case.archive", "system", { day: "2027-03-03" }]])).toThrow("onHold");
  expect(tell(held, [propose("hold.lift"), ["hold.lift", "omar"]]).snapshot.value.retention).toBe("active");
});

test("a key in the wrong hands: an administrator warns, two people revoke, the keys are renewed", () => {
  const { snapshot } = tell(assessed, [["key.compromised", "adam"], propose("key.revoke"), ["key.revoke", "adam"]]);
  expect(snapshot.value.keys).toBe("rewrapPending");
  expect(tell(snapshot, [["key.rewrapped", "tess"]]).snapshot.value.keys).toBe("current");
});

test("feedback is extended once, by the ombudsperson, and given by anybody who works on the case", () => {
  const extended = tell(assessed, [["feedback.extend", "omar"]]).snapshot;
  expect(() => tell(extended, [["feedback.extend", "omar"]])).toThrow("notInThisState");
  expect(tell(extended, [["feedback.give", "ida"]]).snapshot.value.statutoryClock).toBe("feedbackGiven");
});

test("telling a reporter that their identity is disclosed is no feedback and closes nothing", () => {
  const { snapshot } = tell(assessed, [propose("identity.disclose"), ["identity.disclose", "omar"]]);
  expect(snapshot.value).toMatchObject({ procedure: "preliminaryAssessment", statutoryClock: "feedbackDue" });
});

test("a joined case follows its lead to the end, or is taken out of it again", () => {
  const joined = tell(assessed, [
    ["consolidation.propose", "tess"],
    ["review.approve", "vera"],
  ]).snapshot;
  expect(joined.value.procedure).toBe("consolidated");
  const { snapshot } = tell(joined, [["lead.closed", "system"]]);
  expect([snapshot.value.procedure, snapshot.context.ground]).toEqual(["closed", "CONSOLIDATED"]);
  const apart = tell(joined, [["case.separate", "omar"]]).snapshot;
  expect([apart.value.procedure, apart.context.lead]).toEqual(["preliminaryAssessment", null]);
});

test("a case that is referred comes back, whatever the authority does", () => {
  const referred = tell(assessed, [
    ["referral.propose", "tess"],
    ["text.attestSafe", "vic"],
    ["review.approve", "omar"],
  ]).snapshot;
  expect(referred.value.procedure).toBe("referralInProgress");
  expect(tell(referred, [["referral.reject", "lena"]]).state).toBe("preliminaryAssessment");
  const followed = tell(referred, [
    ["referral.accept", "lena"],
    ["referral.outcome", "lena"],
  ]);
  expect(followed.state).toBe("preliminaryAssessment");
});

test("a solution that both accept is reviewed by somebody who never inquired, and decided", () => {
  const inquired = caseAfter("grievance", "triage.setTier");
  const agreed = tell(inquired, [
    ["admissibility.admit", "tess"],
    ["investigator.assign", "omar", { codes: { person: PEOPLE.many.person } }],
    ["solution.propose", "omar"],
    ["reporter.acceptSolution", "reporter"],
    ["agency.acceptSolution", "lena"],
    ["solution.record", "omar"],
  ]).snapshot;
  expect(() => tell(agreed, [["review.approve", "many", { role: "reviewer" }]])).toThrow("samePerson");
  const decided = tell(agreed, [
    ["review.approve", "vera"],
    ["decision.issue", "omar", { codes: { outcome: "SOLUTION" } }],
  ]);
  expect([decided.state, decided.snapshot.context.outcome]).toEqual(["concluded", "SOLUTION"]);
});

test("an agency that rejects leads to a special report, which two people publish or waive", () => {
  const rejected = tell(caseAfter("grievance", "review.approve"), [
    ["recommendation.issue", "omar"],
    ["agency.reject", "lena"],
  ]);
  expect(rejected.state).toBe("specialReportPending");
  const { state } = tell(rejected.snapshot, [propose("specialReport.publish"), ["specialReport.publish", "omar"]]);
  expect(state).toBe("concluded");
});

test("a statement that is sent back is decided anew on what was approved", () => {
  const { snapshot } = tell(caseAfter("complaint", "decision.issue"), [["review.return", "vera"]]);
  expect(snapshot.context).toMatchObject({ outcome: null, recommendations: [], noticed: false });
  expect(tell(snapshot, [["decision.issue", "omar"]]).state).toBe("publicationReview");
});

test("an arrival without a revealed urgency is not flagged, and a reporter may flag it later", () => {
  expect(tell(declaredCase("tip"), [["case.register", "system"]]).snapshot.value.urgency).toBe("normal");
  expect(tell(assessed, [["urgent.flag", "reporter"]]).snapshot.value.urgency).toBe("flagged");
});
