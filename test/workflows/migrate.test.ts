import { expect, test } from "vitest";
import { type CaseSnapshot, KINDS, restore, SnapshotError, step } from "~workflows";
import type { SnapshotOfVersion2 } from "~workflows/migrate";
import { act, PEOPLE, tell } from "./support/cast";
import { caseAfter } from "./support/main-path";

/** The case as version 2 of the procedure would have stored it. */
function asVersion2(snapshot: CaseSnapshot, alleged: string | null = null): SnapshotOfVersion2 {
  const { startedOn, allegations, allegationCount, disclosures, flaggedAgain, inquiry, ...old } = snapshot.context;
  const { inquiryReview: _due, ...dues } = old.dues;
  const { inquiryReview: _since, ...since } = old.since;
  return JSON.parse(JSON.stringify({ ...snapshot, version: 2, context: { ...old, dues, since, alleged } }));
}
const assessed = caseAfter("tip", "case.acknowledge");

test.each(KINDS)("a %s of version 2 goes on where it stood, and remembers what it started on", (kind) => {
  for (const until of [
    "case.register",
    "case.acknowledge",
    "investigator.assign",
    "decision.issue",
    "case.close",
  ] as const) {
    const now = caseAfter(kind, until);
    const taken = restore(asVersion2(now));
    expect(taken).toMatchObject({ version: 3, value: now.value, status: now.status });
    expect(taken.context).toMatchObject({ startedOn: 2, recused: now.context.recused, acted: now.context.acted });
    expect(restore(JSON.parse(JSON.stringify(taken)))).toEqual(taken);
  }
});

test("the look at a long inquiry, which version 2 did not know, is due from the first step on", () => {
  const old = restore(asVersion2(caseAfter("tip", "investigator.assign")));
  expect(old.context.dues.inquiryReview).toBeUndefined();
  const { snapshot } = step(old, act(old, "case.note", "ida"));
  expect(snapshot.context.dues.inquiryReview).toBe("2026-07-15");
});

test("an allegation that was open is open, keeps its day, and is answered on the proposal that was made", () => {
  const open = tell(assessed, [
    ["conflict.allege", "tess", { codes: { person: PEOPLE.ida.person } }],
    ["act.propose", "tess", { codes: { for: "conflict.uphold" } }],
  ]).snapshot;
  const taken = restore(asVersion2(open, PEOPLE.ida.person));
  expect(taken.context.allegations).toMatchObject([{ id: "1", person: PEOPLE.ida.person, day: "2026-03-02" }]);
  expect(taken.context.dues.conflictReview).toBe(open.context.dues.conflictReview);
  const more = tell(taken, [["conflict.allege", "reporter", { codes: { person: PEOPLE.vic.person } }]]).snapshot;
  const { context, value } = tell(more, [["conflict.uphold", "vera", { codes: { allegation: "1" } }]]).snapshot;
  expect([value.conflict, context.recused.includes(PEOPLE.ida.person)]).toEqual(["inReview", true]);
});

test("a disclosure that waited still waits, with its day, and danger told again waits beside it", () => {
  const acted = tell(assessed, [
    ["urgent.flag", "reporter"],
    ["urgent.authorise", "omar"],
  ]).snapshot;
  const taken = restore(asVersion2(acted));
  expect(taken.context.disclosures).toMatchObject([{ day: "2026-03-02", proposal: { by: PEOPLE.omar.person } }]);
  const again = tell(taken, [["urgent.flag", "reporter"]]).snapshot;
  expect(tell(again, [["urgent.ratify", "vera"]]).snapshot.value.urgency).toBe("flagged");
});

test("a snapshot of version 1, of a later version or with a state that nobody knows is not taken back", () => {
  const old = asVersion2(assessed);
  for (const version of [1, 4, "3", null]) expect(() => restore({ ...old, version })).toThrow(SnapshotError);
  expect(() => restore({ ...old, value: { ...old.value, conflict: "torn" } })).toThrow("malformed");
});
