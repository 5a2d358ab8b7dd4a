import { expect, test } from "vitest";
import {
  type CaseSnapshot,
  type EventType,
  KINDS,
  openActs,
  restore,
  SnapshotError,
  startCase,
  step,
} from "~workflows";
import { act, facts, type Name, PEOPLE, type Told, tell } from "./support/cast";
import { caseAfter } from "./support/main-path";

const REPORTER = { person: "reporter", roles: ["reporter"] } as const;
const offered = (who: Name | "reporter", snapshot: CaseSnapshot, day?: string) =>
  openActs(snapshot, who === "reporter" ? REPORTER : PEOPLE[who], facts(day));
const offer = (who: Name | "reporter", snapshot: CaseSnapshot, event: EventType, answer?: EventType) =>
  offered(who, snapshot).open.find((one) => one.event === event && one.for === answer);
const names = (who: Name | "reporter", snapshot: CaseSnapshot) =>
  [...new Set(offered(who, snapshot).open.map(({ event }) => event))].sort();

test("an open act says in which region it leads where, and what its form has to bring", () => {
  const assessed = caseAfter("tip", "case.acknowledge");
  expect(offer("tess", assessed, "triage.setTier")).toEqual({
    event: "triage.setTier",
    role: "intake",
    region: "procedure",
    to: "preliminaryAssessment",
    moves: false,
    needs: ["tier", "triage", "commitment"],
  });
  expect(offer("tess", assessed, "closure.propose")).toMatchObject({
    to: "closureReview",
    moves: true,
    needs: ["rationale", "standards", "ground"],
  });
  expect(offer("tess", assessed, "protection.assess")).toMatchObject({
    region: "protection",
    to: "assessed",
    needs: ["note"],
  });
});

test("a blocked act says which rule stands in the way and who could", () => {
  const { blocked } = offered("tess", caseAfter("tip", "case.acknowledge"));
  expect(blocked).toContainEqual({ event: "triage.admit", rule: "noTier", guard: "G-TIER", whoCould: ["intake"] });
  expect(offered("vera", caseAfter("tip", "review.approve")).blocked).toContainEqual({
    event: "decision.issue",
    rule: "notYourRole",
    guard: "G-ACTOR",
    whoCould: ["ombudsperson"],
  });
});

test.each([
  ["tip", "decision.issue", ["proposal", "rationale", "standards", "outcome", "notice"]],
  ["grievance", "recommendation.issue", ["proposal", "recommendations", "rationale", "standards", "outcome", "notice"]],
  ["complaint", "decision.issue", ["proposal", "recommendations", "rationale", "standards", "outcome", "notice"]],
] as const)("the decision on a %s by %s asks for %j", (kind, event, needs) => {
  expect(offer("omar", caseAfter(kind, "review.approve"), event)?.needs).toEqual(needs);
});

test("a step for two is offered as a proposal first, then to the other person only", () => {
  const closed = caseAfter("tip", "case.close");
  expect(offer("tess", closed, "act.propose", "case.reopen")?.needs).toEqual(["rationale", "standards"]);
  expect(offer("omar", closed, "case.reopen")).toBeUndefined();
  const proposed = tell(closed, [["act.propose", "omar", { codes: { for: "case.reopen" } }]]).snapshot;
  expect(offer("omar", proposed, "case.reopen")).toBeUndefined();
  expect(offer("many", proposed, "case.reopen")?.needs).toEqual(["proposal", "rationale", "standards"]);
});

test("what can be proposed is what a second person could take here, and nothing else", () => {
  const choices = (snapshot: CaseSnapshot) =>
    offered("tess", snapshot).open.flatMap((one) => (one.event === "act.propose" ? [one.for ?? ""] : []));
  expect(choices(caseAfter("tip", "case.acknowledge"))).toEqual(["identity.disclose"]);
  const busy = tell(caseAfter("grievance", "case.acknowledge"), [
    ["urgent.flag", "tess"],
    ["retaliation.report", "reporter"],
    ["hold.place", "omar"],
    ["conflict.allege", "tess"],
  ]).snapshot;
  expect(choices(busy).sort()).toEqual([
    "conflict.dismiss",
    "conflict.uphold",
    "hold.lift",
    "identity.disclose",
    "incident.close",
    "interim.recommend",
    "urgent.standDown",
  ]);
  const published = caseAfter("complaint", "decision.issue");
  expect(choices(published)).toEqual(expect.arrayContaining(["statement.publish", "statement.withhold"]));
});

test("somebody who has not declared may only declare, write a note, and warn", () => {
  expect(names("newcomer", caseAfter("tip", "case.register"))).toEqual([
    "case.note",
    "conflict.allege",
    "conflict.declare",
    "conflict.declareNone",
    "key.compromised",
    "urgent.flag",
  ]);
});

test("a struck-out person is offered nothing at all", () => {
  expect(offered("struck", caseAfter("tip", "case.acknowledge")).open).toEqual([]);
});

test.each(KINDS)("an administrator is offered nothing on a %s but to warn of a key and to revoke it", (kind) => {
  for (const event of [
    "case.register",
    "case.acknowledge",
    "investigator.assign",
    "decision.issue",
    "case.close",
  ] as const) {
    expect(names("adam", caseAfter(kind, event))).toEqual(["key.compromised"]);
  }
  const incident: Told[] = [
    ["key.compromised", "adam"],
    ["act.propose", "tess", { codes: { for: "key.revoke" } }],
  ];
  expect(names("adam", tell(caseAfter(kind, "case.acknowledge"), incident).snapshot)).toEqual(["key.revoke"]);
});

test("the reporter can write, add, warn, agree and withdraw in every state, and asks for a review with a reason", () => {
  const closed = caseAfter("tip", "case.close");
  expect(names("reporter", closed)).toEqual([
    ...["conflict.allege", "consent.give", "consent.withdraw", "evidence.add", "reporter.message", "reporter.withdraw"],
    ...["retaliation.report", "review.request", "urgent.flag"],
  ]);
  expect(offer("reporter", closed, "review.request")?.needs).toEqual(["reason"]);
});

/** Everything that is offered on the way through a case, taken at once with a complete form. */
test.each(KINDS)("whatever is open on a %s is taken with a complete form", (kind) => {
  const path: (EventType | null)[] = [
    null,
    "case.register",
    "case.acknowledge",
    "investigator.assign",
    "review.approve",
    "case.close",
  ];
  for (const until of path) {
    const snapshot = caseAfter(kind, until);
    for (const who of ["tess", "ida", "omar", "vera", "lena", "adam", "many", "reporter"] as const) {
      for (const open of offered(who, snapshot).open) {
        const codes = {
          ...(open.for ? { for: open.for } : {}),
          ...(open.event === "conflict.allege" ? { person: PEOPLE.tom.person } : {}),
        };
        expect(() => step(snapshot, act(snapshot, open.event, who, { role: open.role, codes }))).not.toThrow();
      }
    }
  }
});

test("a stored case is taken back as it was, and one of an unknown version is refused", () => {
  const snapshot = caseAfter("tip", "findings.submit");
  expect(restore(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
  expect(() => restore({ ...snapshot, version: 99 })).toThrow(SnapshotError);
  expect(() => restore({ ...snapshot, value: { ...snapshot.value, procedure: "lost" } })).toThrow(SnapshotError);
  expect(() => restore({ ...snapshot, value: { ...snapshot.value, keys: "keyIncident" } })).toThrow(SnapshotError);
  expect(() => restore({ ...snapshot, value: { ...snapshot.value, interim: "none" } })).toThrow(SnapshotError);
  expect(() => restore(null)).toThrow(SnapshotError);
});

test("a new case is plain JSON and holds ids, days and codes only", () => {
  const snapshot = startCase({
    kind: "complaint",
    day: "2026-03-02",
    channel: "armored",
    policy: "deadlines@1",
    urgent: false,
  });
  expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  expect(Object.keys(snapshot)).toEqual(["version", "kind", "status", "value", "context"]);
});

test("an event that claims to be raised by the machine is not believed", () => {
  const assessed = caseAfter("tip", "case.acknowledge");
  const forged = {
    ...act(assessed, "rewrap.needed", "tess", { role: "intake" }),
    raisedBy: "conflict.declare" as const,
  };
  expect(() => step(assessed, forged)).toThrow("notYourRole");
});
