import type { Act } from "~crypto/acts";
import { answersAllegation } from "~workflows/allegations";
import type { FormNeed } from "~workflows/guards/check";
import { publishes } from "~workflows/publications";
import type { ActAnswers } from "./act-answers";
import type { DraftItem } from "./act-items";
import { attestationsOf, LEGAL_DUTY, REMOVES_NEXT } from "./act-needs";
import { allegationsFor, proposedAllegation } from "./allegations";
import { proposedDigest, readStatement } from "./public-text";
import type { CaseRecord, OpenAct } from "./records";
import { tierPolicyOf } from "./triage/draft";

/** Steps in which the people whom the reporter struck out are named, so that the procedure keeps them away. */
const NAMES_STRUCK = ["case.acknowledge", "case.reportUndecryptable"];

type Said = { act: OpenAct; answers: ActAnswers; record: CaseRecord };

/** The code that a need becomes. What is missing here needs no code: words are sealed, and attestations stand together. */
const CODES: { readonly [need in FormNeed]?: (said: Said) => Act["codes"] } = {
  standards: ({ answers }) => ({ standards: [...answers.standards].sort() }),
  ground: ({ answers }) => ({ ground: answers.ground }),
  outcome: ({ answers }) => ({ outcome: answers.outcome }),
  recommendations: ({ answers }) => ({ recommendations: [...answers.recommendations].sort() }),
  minimum: ({ answers }) => ({ minimum: [...answers.minimum].sort() }),
  // The digest that this person was shown: an edit in between makes the procedure refuse.
  proposal: ({ act, record }) => {
    const allegation = proposedAllegation(record, act.event);
    return {
      proposal: record.snapshot.context.proposals[act.event]?.digest ?? "",
      ...(allegation && answersAllegation(act.event) && { allegation }),
    };
  },
  person: ({ answers }) => ({ person: answers.person }),
  "person:investigator": ({ answers }) => ({ person: answers.person }),
  "person:liaison": ({ answers }) => ({ person: answers.person }),
  alleged: ({ act, answers: { alleged, allegation }, record }) => {
    const isDescribed = allegationsFor(record, act.event).some(({ id }) => id === allegation);
    return { person: alleged, ...(isDescribed && { allegation }) };
  },
  allegation: ({ answers }) => ({ allegation: answers.allegation }),
  people: ({ answers }) => ({ people: [...answers.people].sort() }),
  lead: ({ answers }) => ({ lead: answers.lead }),
  purpose: ({ answers: { purpose, until } }) => ({ purpose, ...(until && { until }) }),
  result: ({ answers }) => ({ result: answers.result }),
  handover: ({ answers: { handover } }) =>
    handover.made
      ? { package: handover.made.digest, recipient: handover.made.recipient, handed: [...handover.made.kinds] }
      : {},
  implementation: ({ answers }) => ({ implementation: answers.implementation }),
  withhold: ({ answers }) => ({ withhold: answers.withhold }),
  policy: ({ record }) => ({ policy: record.newestPolicy }),
  tier: ({ answers, record }) => ({ tier: answers.tier, policy: tierPolicyOf(record).version }),
};

/**
 * What an act says in codes. Prose never goes here: the server reads this.
 *
 * Shape: `struck` are the people whom the report names as to be kept out.
 */
export async function draftCodes(
  act: OpenAct,
  answers: ActAnswers,
  record: CaseRecord,
  items: readonly DraftItem[],
  struck: readonly string[],
): Promise<Act["codes"]> {
  const codes: Act["codes"] = {};
  for (const need of act.needs) Object.assign(codes, CODES[need]?.({ act, answers, record }));
  if (act.needs.includes("commitment")) codes.commitment = await commitmentTo(items);
  if (act.needs.includes("statement")) codes.statement = await statementCode(act, record, items);
  const attest = attestedBy(act, answers);
  if (attest.length > 0) codes.attest = attest;
  if (act.for) codes.for = act.for;
  if (act.for === "quarantine.discard" && answers.batch) codes.batch = answers.batch;
  if (act.event === "access.grant") codes.role = answers.role;
  if (NAMES_STRUCK.includes(act.event) && struck.length > 0) codes.recused = [...struck].sort();
  return codes;
}

/** What the person ticked, out of what the act asks: a tick that was left from another form says nothing here. */
function attestedBy(act: OpenAct, { attest }: ActAnswers): string[] {
  const asked = [...attestationsOf(act), ...(act.needs.includes("consent") ? [LEGAL_DUTY] : [])];
  if (act.needs.includes("people")) asked.push(REMOVES_NEXT);
  return asked.filter((code) => attest.includes(code)).sort();
}

/** The digest of the text: of the one that this act proposes, or of the one that was proposed and is now published. */
async function statementCode({ event }: OpenAct, record: CaseRecord, items: readonly DraftItem[]): Promise<string> {
  if (publishes(event)) return proposedDigest(record, event);
  const { publicTextDigest } = await import("~crypto/public-text");
  const draft = items.find(({ kind }) => kind === "statement");
  const text = draft && readStatement(draft.body);
  return text ? publicTextDigest(text) : "";
}

/** SHA-256 of the triage sheet: the office cannot exchange the sheet later without everybody seeing it. */
async function commitmentTo(items: readonly DraftItem[]): Promise<string> {
  const { canonicalJson } = await import("~crypto/canonical");
  const { sha256Hex } = await import("~crypto/bytes");
  const sheet = items.find(({ kind }) => kind === "triage");
  return sheet ? sha256Hex(canonicalJson(sheet.body)) : "";
}
