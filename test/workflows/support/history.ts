import { expect } from "vitest";
import {
  addDays,
  type CaseEvent,
  type CaseSnapshot,
  type Codes,
  type EventType,
  expiries,
  type OpenAct,
  openActs,
  restore,
  step,
} from "~workflows";
import { act, facts, LEAD, type Name, PEOPLE, personOf, rolesOf, type Who } from "./cast";
import { brokenBy } from "./invariants";
import { lineFor } from "./taken";

/** One turn of a random history: so many days pass, then somebody takes one of the acts that are open. */
export type Turn = { readonly days: number; readonly act: number; readonly isSide: boolean };

const ACTORS: readonly Who[] = [
  ...(["tess", "tom", "ida", "omar", "vera", "vic", "fay", "lena", "adam", "many", "struck", "newcomer"] as const),
  ...(["reporter", "system"] as const),
];
/** Whoever would step aside or allege at every other turn would leave nobody to act. */
const RARE: readonly EventType[] = [
  "conflict.declare",
  "conflict.allege",
  "key.compromised",
  "access.grant",
  "case.note",
];

export type Played = { readonly snapshot: CaseSnapshot; readonly events: readonly CaseEvent[]; readonly day: string };

/** Takes one step and checks everything that must hold: the invariants, JSON, and that the old case is as it was. */
function take(snapshot: CaseSnapshot, event: CaseEvent): CaseSnapshot {
  const before = JSON.stringify(snapshot);
  const { snapshot: after, effects } = step(snapshot, event);
  expect(brokenBy({ before: snapshot, event, after, effects, line: lineFor(snapshot, event) })).toEqual([]);
  expect(JSON.stringify(snapshot)).toBe(before);
  const stored = restore(JSON.parse(JSON.stringify(after)));
  expect(stored).toEqual(after);
  return stored;
}

/** Whom an act can name, by the role that is wanted: the first of them who is not recused. */
const NAMED: { readonly [event in EventType]?: readonly Name[] } = {
  "conflict.allege": ["newcomer"],
  "investigator.assign": ["many", "ida", "newcomer"],
  "access.grant": ["ida", "many", "newcomer"],
  "package.send": ["lena", "newcomer"],
};

/** What the form of an offer says beside what every complete form says; null where everybody whom it could name is recused. */
function formFor({ event, for: answer }: OpenAct, { context }: CaseSnapshot, day: string): Codes | null {
  const names = NAMED[event];
  const named = names?.map((name) => PEOPLE[name].person).find((person) => !context.recused.includes(person));
  if (names && !named) return null;
  const isLate = context.closedDay !== null && day > addDays(context.closedDay, 60);
  return {
    ...(isLate ? { reason: "newFacts" } : {}),
    ...(named ? { person: named } : {}),
    ...(answer ? { for: answer } : {}),
  };
}

/** Sends what is due, one after the other, as the sweep does. Nothing comes twice, and it comes to an end. */
export function sweepCase(start: CaseSnapshot, day: string, seen: (event: CaseEvent) => void = () => {}): CaseSnapshot {
  const sent = new Set<string>();
  let snapshot = start;
  for (let [next] = expiries(snapshot, day); next; [next] = expiries(snapshot, day)) {
    const key = `${next.event} ${next.duty} ${next.codes.due}`;
    expect(sent.has(key)).toBe(false);
    sent.add(key);
    const event = act(snapshot, next.event, "system", { codes: next.codes, day });
    const after = take(snapshot, event);
    if (snapshot.value.procedure !== "closed") expect(after.value.procedure).not.toBe("closed");
    seen(event);
    snapshot = after;
    expect(sent.size).toBeLessThan(200);
  }
  return snapshot;
}

/** One act that somebody may take. */
export type Offer = { readonly who: Who; readonly offer: OpenAct };

/** Everything that anybody may do on a day, person by person. */
export function offersOn(snapshot: CaseSnapshot, day: string): Offer[] {
  return ACTORS.flatMap((who) => {
    const given = { ...facts(day), lead: LEAD };
    const { open } = openActs(snapshot, { person: personOf(who), roles: rolesOf(who) }, given);
    return open.map((offer) => ({ who, offer }));
  });
}

/** The act with a complete form; null where everybody whom it could name is recused. */
export function eventOf({ who, offer }: Offer, snapshot: CaseSnapshot, day: string): CaseEvent | null {
  const codes = formFor(offer, snapshot, day);
  return codes && act(snapshot, offer.event, who, { role: offer.role, codes, day });
}

/** Plays a history: days pass, the sweep runs, and somebody takes one of the acts that the procedure offers, with a complete form. */
export function play(
  start: CaseSnapshot,
  turns: readonly Turn[],
  visit: (snapshot: CaseSnapshot, event: CaseEvent) => void,
): Played {
  const events: CaseEvent[] = [];
  let snapshot = start;
  let day = start.context.receivedDay;
  for (const turn of turns) {
    day = addDays(day, turn.days);
    snapshot = sweepCase(snapshot, day, (event) => events.push(event));
    const offers = offersOn(snapshot, day).filter(
      ({ offer }) =>
        (turn.isSide ? true : offer.moves || offer.event === "act.propose") &&
        !(RARE.includes(offer.event) && turn.act % 11),
    );
    const chosen = offers[turn.act % Math.max(offers.length, 1)];
    if (!chosen) continue;
    const { offer } = chosen;
    const event = eventOf(chosen, snapshot, day);
    if (!event) continue;
    snapshot = take(snapshot, event);
    expect(snapshot.value[offer.region]).toBe(
      snapshot.value.procedure === "archived" ? snapshot.value[offer.region] : expectedOf(offer, snapshot),
    );
    events.push(event);
    visit(snapshot, event);
  }
  return { snapshot, events, day };
}

/** Where the offer said that it leads; a hold that is lifted from an archived case goes on to its deletion at once. */
function expectedOf({ region, to, event }: OpenAct, { value }: CaseSnapshot): string | undefined {
  const goesOn = event === "hold.lift" || event === "feedback.give" || region === "statutoryClock";
  return goesOn ? value[region] : to;
}
