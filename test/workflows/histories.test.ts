import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { addDays, type CaseSnapshot, expiries, KINDS, openActs, Refusal, step } from "~workflows";
import { act, facts, personOf, rolesOf, type Who } from "./support/cast";
import { play, sweepCase, type Turn } from "./support/history";
import { caseAfter, declaredCase } from "./support/main-path";

const days = fc.constantFrom(0, 0, 0, 1, 1, 3, 8, 20, 70, 130, 400);
const turns = fc.array(fc.record({ days, act: fc.nat(), isSide: fc.boolean() }), { minLength: 15, maxLength: 70 });
const reached = new Map<string, number>();
let steps = 0;

/** From the middle of the procedure, so that its far end is met as often as its beginning. */
const starts = (kind: (typeof KINDS)[number]): readonly CaseSnapshot[] => [
  declaredCase(kind),
  caseAfter(kind, "case.acknowledge"),
  caseAfter(kind, "investigator.assign"),
  caseAfter(kind, "review.approve"),
  caseAfter(kind, "case.close"),
];

test.each(KINDS)(
  "in any history of a %s every invariant holds, replay gives the same case, and it survives JSON",
  { timeout: 120_000 },
  (kind) => {
    const from = starts(kind);
    fc.assert(
      fc.property(fc.nat(from.length - 1), turns, (nth, history: readonly Turn[]) => {
        const start = from[nth] ?? declaredCase(kind);
        const { snapshot, events } = play(start, history, (after) => {
          const state = `${kind} ${after.value.procedure}`;
          reached.set(state, (reached.get(state) ?? 0) + 1);
        });
        steps += events.length;
        reached.set(`${kind} ${snapshot.value.procedure}`, 1);
        const replayed = events.reduce((before, event) => step(before, event).snapshot, start);
        expect(JSON.stringify(replayed)).toBe(JSON.stringify(snapshot));
      }),
      { numRuns: 35, endOnFailure: true },
    );
  },
);

test("the random histories reach the archive of every kind, and most states", () => {
  for (const kind of KINDS)
    for (const state of ["closed", "archived"]) expect([...reached.keys()]).toContain(`${kind} ${state}`);
  expect(reached.size).toBeGreaterThan(40);
});

test.each(KINDS)(
  "a %s left alone for any time is swept to rest: nothing comes twice, and silence closes nothing",
  (kind) => {
    fc.assert(
      fc.property(fc.nat(4), fc.array(fc.nat(900), { minLength: 1, maxLength: 6 }), (nth, pauses) => {
        let snapshot = starts(kind)[nth] ?? declaredCase(kind);
        let day = snapshot.context.receivedDay;
        for (const pause of pauses) {
          day = addDays(day, pause);
          snapshot = sweepCase(snapshot, day);
          expect(expiries(snapshot, day)).toEqual([]);
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  },
);

const ACTORS: readonly Who[] = [
  "tess",
  "ida",
  "omar",
  "vera",
  "lena",
  "adam",
  "many",
  "struck",
  "newcomer",
  "reporter",
];

test("what is blocked for somebody is refused to them for that very reason, however complete the form", () => {
  const check = (snapshot: CaseSnapshot, day: string) => {
    for (const who of ACTORS) {
      const roles = rolesOf(who);
      const { open, blocked } = openActs(snapshot, { person: personOf(who), roles }, facts(day));
      for (const { event, rule, whoCould } of blocked) {
        // Two regions can know one event; what one of them refuses may be open in the other.
        if (open.some((offer) => offer.event === event) || blocked.filter((one) => one.event === event).length > 1)
          continue;
        const role = whoCould.find((could) => roles.includes(could)) ?? roles[0] ?? "administrator";
        let refused: unknown = null;
        try {
          step(snapshot, act(snapshot, event, who, { role, codes: { reason: "newFacts" }, day }));
        } catch (error) {
          refused = error;
        }
        expect(refused).toBeInstanceOf(Refusal);
        expect(`${event} ${who} ${(refused as Refusal).rule}`).toBe(`${event} ${who} ${rule}`);
      }
    }
  };
  fc.assert(
    fc.property(fc.nat(2), fc.nat(4), turns, (kind, nth, history) => {
      const start = starts(KINDS[kind] ?? "tip")[nth] ?? declaredCase("tip");
      const { snapshot, day } = play(start, history.slice(0, 12), () => {});
      check(snapshot, day);
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

afterAll(() => console.info(`${steps} steps in random histories; states met: ${reached.size}`));
