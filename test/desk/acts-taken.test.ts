import { expect, test } from "vitest";
import { findActFaults, NO_ANSWERS } from "~/desk/act-answers";
import { draftCodes } from "~/desk/act-codes";
import { draftItems } from "~/desk/act-items";
import { actKey } from "~/desk/act-key";
import { needsOf } from "~/desk/act-needs";
import type { CaseRecord, OpenAct, Region } from "~/desk/records";
import {
  FORM_NEEDS,
  type FormNeed,
  type ItemFact,
  KINDS,
  minimumOf,
  publishes,
  regionsOf,
  statesOf,
  statesOfRegion,
  step,
} from "~workflows";
import { ALL_ROLES, caseAt, factsOf, filledFor, ME, nameOf, type Plan } from "./support-cases";

/** Cases in every state of the procedure, and in every state of every region beside it. */
function plansOf(kind: (typeof KINDS)[number]): Plan[] {
  const states = statesOf(kind).filter((state) => state !== "archived");
  const inquiry = kind === "tip" ? "underInvestigation" : "underInquiry";
  const beside = regionsOf(kind)
    .filter((region) => region !== "procedure")
    .flatMap((region) =>
      statesOfRegion(kind, region).map((state): Plan => ({ kind, state: inquiry, beside: { [region]: state } })),
    );
  return [...states.map((state): Plan => ({ kind, state })), ...beside];
}

const CASES = KINDS.flatMap((kind) =>
  plansOf(kind).flatMap((plan) => {
    // Each role on its own: with all at once, the first role of a row would stand for the others.
    const records = ALL_ROLES.map((role) => caseAt(plan, [role]));
    return records.flatMap((record) => record.open.map((act) => ({ record, act })));
  }),
);
const least = (record: CaseRecord) => minimumOf(record.kind).length;

/** What the server would see of the items that a filled form brings. */
async function takeStep(record: CaseRecord, act: OpenAct): Promise<void> {
  const answers = filledFor(record.kind, act.event);
  const items = draftItems(act, answers, record, "0".repeat(32));
  const codes = await draftCodes(act, answers, record, items, []);
  const facts = items.map(
    ({ kind, compartment }, index): ItemFact => ({
      digest: String(index).repeat(64),
      kind,
      compartment,
      signedBy: ME,
      recipients: 2,
    }),
  );
  const lead = { isSelf: false, isConsolidated: false, isClosed: false, leadsOthers: false };
  // An act that renews the keys brings them.
  const staleKeys = !act.needs.includes("rewrap");
  const published = publishes(act.event) ? String(codes.statement) : null;
  const found = factsOf({ items: facts, lead: codes.lead ? lead : null, staleKeys, published });
  step(record.snapshot, { type: act.event, actor: ME, role: act.role, codes, facts: found });
}

test("a form without a fault is a step that the procedure takes, in every state of every kind", async () => {
  const refused: string[] = [];
  for (const { record, act } of CASES) {
    const answers = filledFor(record.kind, act.event);
    const faults = findActFaults(act, answers, record.kind, least(record));
    if (faults.length > 0) refused.push(`${nameOf(act)}: ${JSON.stringify(faults)}`);
    await takeStep(record, act).catch((error: Error) => refused.push(`${nameOf(act)}: ${error.message}`));
  }
  expect([...new Set(refused)]).toEqual([]);
  expect(new Set(CASES.map(({ act }) => actKey(act))).size).toBeGreaterThan(100);
});

/** Needs that the form meets by itself: the digest that was shown, the newest version, the commitment, new keys. */
const BY_ITSELF: readonly FormNeed[] = ["proposal", "policy", "commitment", "rewrap"];

test("an empty form lacks everything that the procedure asks for, one need at a time", () => {
  const unasked: string[] = [];
  for (const { record, act } of CASES) {
    for (const need of act.needs) {
      const alone = { ...act, needs: [need] };
      const isFree = need === "recommendations" && record.kind === "complaint";
      // Whoever publishes reads what was proposed, and writes nothing.
      const isRead = need === "statement" && publishes(act.event);
      if (BY_ITSELF.includes(need) || isFree || isRead) continue;
      if (findActFaults(alone, NO_ANSWERS, record.kind, least(record)).length === 0) unasked.push(need);
    }
  }
  expect([...new Set(unasked)]).toEqual([]);
});

test("every need of the procedure comes up somewhere in these cases", () => {
  const met = new Set(CASES.flatMap(({ act }) => act.needs));
  // Only the reporter gives a reason; what a review is asked for is theirs to say.
  expect(FORM_NEEDS.filter((need) => !met.has(need) && need !== "reason")).toEqual([]);
});

test("prose, names of files and people's words never stand in the codes", async () => {
  for (const { record, act } of CASES) {
    const answers = filledFor(record.kind, act.event);
    const codes = JSON.stringify(await draftCodes(act, answers, record, [], []));
    for (const words of [
      answers.rationale,
      answers.note,
      answers.message,
      answers.notice,
      answers.tierWhy,
      answers.statement.text,
    ])
      expect(codes).not.toContain(words.slice(0, 12));
  }
});

test("reasons are asked for and sealed wherever a legal duty stands in for consent", () => {
  const ticked = CASES.filter(({ act }) => act.needs.includes("consent"));
  expect(ticked.length).toBeGreaterThan(0);
  for (const { record, act } of ticked) {
    const answers = filledFor(record.kind, act.event);
    expect(needsOf(act, answers)).toContain("rationale");
    expect(draftItems(act, answers, record, "").map(({ kind }) => kind)).toContain("rationale");
  }
});

test("a region of its own is never forgotten: every open act has a place", () => {
  const regions = new Set<Region>(CASES.map(({ act }) => act.region));
  expect([...regions].sort()).toEqual([...regionsOf("complaint")].sort());
});
