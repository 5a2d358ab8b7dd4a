import { expect, test } from "vitest";
import { openActs, restore, SnapshotError, startCase } from "~workflows";
import { caseAfter, facts, type Name, PEOPLE } from "./support/cast";

const SIDE_ACTS = [
  "conflict.declare",
  "access.grant",
  "reporter.message",
  "office.message",
  "case.note",
  "conflict.declareNone",
  "identity.release",
];
const offered = (name: Name, ...[snapshot, day]: [Parameters<typeof openActs>[0], string?]) => {
  const { open, blocked } = openActs(snapshot, PEOPLE[name], facts(day));
  const isMain = ({ event }: { event: string }) => !SIDE_ACTS.includes(event);
  return { open: open.filter(isMain), blocked: blocked.filter(isMain) };
};

test("an open act says what its form has to bring", () => {
  const { open } = offered("tess", caseAfter("tip", "case.acknowledge"));
  expect(open).toEqual([
    { event: "triage.setTier", role: "intake", to: "preliminaryAssessment", needs: ["tier", "triage", "commitment"] },
    { event: "info.request", role: "intake", to: "awaitingInfo", needs: ["message"] },
    { event: "closure.propose", role: "intake", to: "closureReview", needs: ["rationale", "standards", "ground"] },
  ]);
});

test("a blocked act says which rule stands in the way and who could", () => {
  const { blocked } = offered("tess", caseAfter("tip", "case.acknowledge"));
  expect(blocked).toContainEqual({ event: "triage.admit", rule: "noTier", guard: "G-TIER", whoCould: ["intake"] });
  const { open, blocked: toVera } = offered("vera", caseAfter("tip", "review.approve"));
  expect(open).toEqual([]);
  expect(toVera).toContainEqual({
    event: "decision.issue",
    rule: "notYourRole",
    guard: "G-ACTOR",
    whoCould: ["ombudsperson"],
  });
});

test("the decision's form asks for the proposal that was read, reasons, standards, outcome and notice", () => {
  const { open } = offered("omar", caseAfter("complaint", "review.approve"));
  expect(open.find(({ event }) => event === "decision.issue")?.needs).toEqual([
    "proposal",
    "rationale",
    "standards",
    "outcome",
    "notice",
  ]);
});

test("somebody who has not declared may only declare or write a note", () => {
  const { open } = openActs(caseAfter("tip", "case.register"), PEOPLE.newcomer, facts());
  expect(open.map(({ event }) => event)).toEqual(["conflict.declareNone", "conflict.declare", "case.note"]);
});

test("a struck-out person is offered nothing at all", () => {
  expect(openActs(caseAfter("tip", "case.acknowledge"), PEOPLE.struck, facts()).open).toEqual([]);
});

test("the reporter can write in every state, and asks for a review with a reason", () => {
  const reporter = { person: "reporter", roles: ["reporter"] } as const;
  const { open } = openActs(caseAfter("tip", "case.close"), reporter, facts());
  expect(open.map(({ event, needs }) => [event, needs])).toEqual([
    ["review.request", ["reason"]],
    ["reporter.message", ["message"]],
  ]);
});

test("a stored case is taken back as it was, and one of an unknown version is refused", () => {
  const snapshot = caseAfter("tip", "findings.submit");
  expect(restore(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
  expect(() => restore({ ...snapshot, version: 99 })).toThrow(SnapshotError);
  expect(() => restore({ ...snapshot, value: { procedure: "lost" } })).toThrow(SnapshotError);
  expect(() => restore(null)).toThrow(SnapshotError);
});

test("a new case is plain JSON and holds ids, days and codes only", () => {
  const snapshot = startCase({ kind: "complaint", day: "2026-03-02", channel: "armored" });
  expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  expect(Object.keys(snapshot)).toEqual(["version", "kind", "status", "value", "context"]);
});
