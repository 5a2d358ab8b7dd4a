import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type CaseSnapshot, KINDS, openActs, Refusal, restore, step } from "~workflows";
import { act, declaredCase, facts, PEOPLE, personOf, rolesOf, type Who } from "./support/cast";

const ACTORS: readonly Who[] = ["tess", "ida", "omar", "vera", "vic", "lena", "many", "struck", "reporter", "system"];
/** Side acts would drown the others, and a case that everybody has left has no history. */
const isWorthDoing = ({ event, to }: { event: string; to: string }, state: string) =>
  to !== state ||
  ["triage.setTier", "triage.confirmTier", "reopen.propose", "quarantine.proposeDiscard"].includes(event);

/** Later than sixty days only new facts are heard; a form that says so is complete on every day. */
const NEW_FACTS = { reason: "newFacts" };

type Step = { who: number; act: number; days: number };
const steps = fc.array(fc.record({ who: fc.nat(), act: fc.nat(), days: fc.constantFrom(0, 0, 1, 20, 70, 400) }), {
  minLength: 20,
  maxLength: 60,
});

/** Plays a history: at each turn somebody takes one of the acts that the procedure offers them, with a complete form. */
function play(
  start: CaseSnapshot,
  history: readonly Step[],
  seen: (snapshot: CaseSnapshot, type: string, who: Who) => void,
) {
  let snapshot = start;
  let day = start.context.receivedDay;
  for (const turn of history) {
    day = addDays(day, turn.days);
    const offers = ACTORS.flatMap((who) => {
      const actor = { person: personOf(who), roles: rolesOf(who) };
      const { open } = openActs(snapshot, actor, facts(day));
      return open.filter((offer) => isWorthDoing(offer, snapshot.value.procedure)).map((offer) => ({ who, ...offer }));
    });
    const offer = offers[turn.act % Math.max(offers.length, 1)];
    if (!offer) return snapshot;
    const event = act(snapshot, offer.event, offer.who, { role: offer.role, codes: NEW_FACTS, day });
    const next = step(snapshot, event);
    expect(next.state).toBe(offer.to);
    snapshot = restore(JSON.parse(JSON.stringify(next.snapshot)));
    expect(snapshot).toEqual(next.snapshot);
    seen(snapshot, offer.event, offer.who);
  }
  return snapshot;
}

const reached = new Set<string>();

test.each(KINDS)(
  "in any history of a %s no two-person step is taken by one person, whatever roles they hold",
  (kind) => {
    fc.assert(
      fc.property(steps, (history) => {
        const proposers: string[] = [];
        const tookPart = new Set<string>();
        play(declaredCase(kind), history, (snapshot, type, who) => {
          reached.add(`${kind} ${snapshot.value.procedure}`);
          if (["closure.propose", "findings.submit", "reopen.propose", "quarantine.proposeDiscard"].includes(type))
            proposers.push(who);
          if (["quarantine.discard", "review.approve", "case.reopen", "decision.issue"].includes(type))
            expect(who).not.toBe(proposers.at(-1));
          if (type === "decision.issue") expect([...tookPart]).not.toContain(who);
          if (type === "findings.submit") tookPart.add(who);
          if (type === "review.approve" && snapshot.value.procedure === "decisionPending") tookPart.add(who);
          if (type === "investigator.assign") tookPart.add("ida");
        });
      }),
      // So many that every run of the tests reaches the far end of the procedure.
      { numRuns: 160 },
    );
  },
);

test("the random histories reach decisions and the archive", () => {
  for (const kind of KINDS)
    for (const state of ["concluded", "closed", "archived"]) expect([...reached]).toContain(`${kind} ${state}`);
});

test("what is blocked for somebody is refused to them for that very reason, however complete the form", () => {
  const check = (snapshot: CaseSnapshot) => {
    const day = snapshot.context.stateSince;
    for (const who of ACTORS) {
      const roles = rolesOf(who);
      const { blocked } = openActs(snapshot, { person: personOf(who), roles }, facts(day));
      for (const { event, rule, whoCould } of blocked) {
        const role = whoCould.find((could) => roles.includes(could)) ?? roles[0] ?? "administrator";
        let refused: unknown = null;
        try {
          step(snapshot, act(snapshot, event, who, { role, codes: NEW_FACTS, day }));
        } catch (error) {
          refused = error;
        }
        expect(refused).toBeInstanceOf(Refusal);
        expect((refused as Refusal).rule).toBe(rule);
      }
    }
  };
  fc.assert(
    fc.property(steps, (history) => check(play(declaredCase("tip"), history.slice(0, 12), () => {}))),
    { numRuns: 40 },
  );
});

test("an administrator is offered nothing", () => {
  const actor = { person: PEOPLE.adam.person, roles: PEOPLE.adam.roles };
  expect(openActs(declaredCase("tip"), actor, facts()).open).toEqual([]);
});
