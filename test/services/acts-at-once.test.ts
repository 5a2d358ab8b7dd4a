import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { newId } from "~/platform/secrets.server";
import { nextAct } from "~/services/case-chain.server";
import { recordAct } from "~/services/case-record.server";
import { findSnapshot } from "~/services/procedure.server";
import { type CaseEvent, type CaseSnapshot, type Codes, KINDS, step } from "~workflows";
import { openOffice } from "../policy/support/office";
import { eventOf, offersOn } from "../workflows/support/history";
import { caseAfter } from "../workflows/support/main-path";

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

/** Rounds of acts that were all made on the same reading of the case. */
const rounds = fc.array(fc.array(fc.nat(), { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
const starts = KINDS.flatMap((kind) =>
  (["case.acknowledge", "investigator.assign", "review.approve"] as const).map((until) => caseAfter(kind, until)),
);

async function store(snapshot: CaseSnapshot): Promise<string> {
  const id = newId();
  const { kind, context } = snapshot;
  await database().case.create({
    data: {
      id,
      reference: id,
      kind,
      channel: "browser",
      state: snapshot.value.procedure,
      snapshot: JSON.stringify(snapshot),
      machineVersion: String(snapshot.version),
      version: 0,
      submissionDigest: id,
      createdDay: context.receivedDay,
    },
  });
  return id;
}

/** What a process does with an act once it has read the case at a version. */
function deliver(caseId: string, version: number, snapshot: CaseSnapshot, event: CaseEvent) {
  return database().$transaction(async (tx) => {
    const act = await nextAct(tx, caseId, "system", event.type, [], event.codes as Record<string, string>);
    await recordAct(tx, version, act, null, step(snapshot, event), []);
  });
}

test("acts that arrive at once, in any history, have one winner for each version; the others are told why, and leave nothing", {
  timeout: 90_000,
}, async () => {
  let losers = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(starts.length - 1), rounds, async (nth, all) => {
      const start = starts[nth] as CaseSnapshot;
      const caseId = await store(start);
      let [snapshot, version] = [start, 0];
      for (const round of all) {
        const day = snapshot.context.receivedDay;
        const offers = offersOn(snapshot, day);
        const events = round.flatMap((pick) => {
          const offer = offers[pick % offers.length];
          return (offer && eventOf(offer, snapshot, day)) ?? [];
        });
        if (events.length < 2) continue;
        const results = await Promise.allSettled(events.map((event) => deliver(caseId, version, snapshot, event)));
        const won = results.findIndex(({ status }) => status === "fulfilled");
        const lost = results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
        expect(lost).toHaveLength(events.length - 1);
        for (const reason of lost) {
          expect(reason).toBeInstanceOf(Problem);
          expect(reason).toMatchObject({ status: 409, facts: { rule: "actedFirst" } });
        }
        losers += lost.length;
        const stored = await database().case.findUniqueOrThrow({
          where: { id: caseId },
          include: { acts: { orderBy: { seq: "asc" } }, dues: true },
        });
        const expected = step(snapshot, events[won] as CaseEvent).snapshot;
        snapshot = findSnapshot(stored.snapshot) as CaseSnapshot;
        expect(snapshot).toEqual(JSON.parse(JSON.stringify(expected)));
        expect(stored.version).toBe(++version);
        expect(stored.acts.map(({ seq }) => seq)).toEqual(Array.from({ length: version }, (_, seq) => seq));
        expect(stored.acts.at(-1)?.event).toBe(events[won]?.type);
        const dues: Codes = Object.fromEntries(stored.dues.map(({ duty, day }) => [duty, day]));
        expect(dues).toEqual(expect.objectContaining(changedDues(start, snapshot)));
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
  expect(losers).toBeGreaterThan(20);
});

/** The days that differ from those of the start, which nobody wrote as rows. */
function changedDues(start: CaseSnapshot, { context }: CaseSnapshot) {
  const before: { [duty: string]: string } = start.context.dues;
  return Object.fromEntries(Object.entries(context.dues).filter(([duty, day]) => before[duty] !== day));
}
