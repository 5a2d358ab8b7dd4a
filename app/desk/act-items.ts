import type { JsonValue } from "~crypto/canonical";
import type { ActAnswers } from "./act-answers";
import type { CaseRecord, OpenAct } from "./records";
import { scoreOf, TIER_POLICY, tierOf } from "./tier-policy";

/** An item before it is sealed: where it goes, what it is, what it says. `plain` is what a bare OpenPGP reporter gets. */
export type DraftItem = {
  compartment: "correspondence" | "deliberation";
  kind: string;
  body: JsonValue;
  plain?: string;
};

/** The kind under which an act's reasons are filed. */
export function reasonsKind(event: OpenAct["event"]): "findings" | "decision" | "rationale" {
  if (event === "findings.submit") return "findings";
  return event === "decision.issue" ? "decision" : "rationale";
}

/** What an act brings, from what its form says. `salt` makes the commitment to a triage sheet impossible to guess from. */
export function draftItems(act: OpenAct, answers: ActAnswers, record: CaseRecord, salt: string): DraftItem[] {
  const items: DraftItem[] = [];
  const asks = (need: OpenAct["needs"][number]) => act.needs.includes(need);
  if (asks("rationale"))
    items.push({ compartment: "deliberation", kind: reasonsKind(act.event), body: reasonsBody(act, answers) });
  if (asks("triage"))
    items.push({ compartment: "deliberation", kind: "triage", body: triageBody(answers, record, salt) });
  if (asks("note")) items.push({ compartment: "deliberation", kind: "note", body: { text: answers.note.trim() } });
  if (asks("message")) items.push(letter("message", answers.message));
  if (asks("notice")) items.push(letter("notice", answers.notice));
  return items;
}

function letter(kind: "message" | "notice", text: string): DraftItem {
  return { compartment: "correspondence", kind, body: { text: text.trim() }, plain: text.trim() };
}

function reasonsBody(act: OpenAct, answers: ActAnswers): JsonValue {
  return {
    event: act.event,
    text: answers.rationale.trim(),
    standards: [...answers.standards].sort(),
    ...(act.needs.includes("ground") && { ground: answers.ground }),
    ...(act.needs.includes("outcome") && { outcome: answers.outcome }),
  };
}

/** The sheet behind a tier. Every point is on it; only the tier, the policy and a commitment to the sheet go out in clear. */
function triageBody(answers: ActAnswers, { kind }: CaseRecord, salt: string): JsonValue {
  return {
    policy: TIER_POLICY,
    factors: answers.factors,
    overrides: [...answers.overrides].sort(),
    score: scoreOf(kind, answers.factors),
    computed: tierOf(kind, answers.factors, answers.overrides),
    tier: answers.tier,
    why: answers.tierWhy.trim(),
    salt,
  };
}
