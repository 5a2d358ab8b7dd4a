import type { Act } from "~crypto/acts";
import type { ActAnswers } from "./act-answers";
import type { DraftItem } from "./act-items";
import type { CaseRecord, OpenAct } from "./records";
import { TIER_POLICY } from "./tier-policy";

/** Steps in which the people whom the reporter struck out are named, so that the procedure keeps them away. */
const NAMES_STRUCK = ["case.acknowledge", "case.reportUndecryptable"];

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
  for (const need of act.needs) {
    if (need === "standards") codes.standards = [...answers.standards].sort();
    if (need === "ground") codes.ground = answers.ground;
    if (need === "outcome") codes.outcome = answers.outcome;
    if (need === "minimum") codes.minimum = [...answers.minimum].sort();
    if (need === "proposal") codes.proposal = record.snapshot.context.proposal?.digest ?? "";
    if (need === "person" || need === "person:investigator") codes.person = answers.person;
    if (need === "tier") Object.assign(codes, { tier: answers.tier, policy: TIER_POLICY });
    if (need === "commitment") codes.commitment = await commitmentTo(items);
  }
  if (act.event === "access.grant") codes.role = answers.role;
  if (NAMES_STRUCK.includes(act.event) && struck.length > 0) codes.recused = [...struck].sort();
  return codes;
}

/** SHA-256 of the triage sheet: the office cannot exchange the sheet later without everybody seeing it. */
async function commitmentTo(items: readonly DraftItem[]): Promise<string> {
  const { canonicalJson } = await import("~crypto/canonical");
  const { sha256Hex } = await import("~crypto/bytes");
  const sheet = items.find(({ kind }) => kind === "triage");
  return sheet ? sha256Hex(canonicalJson(sheet.body)) : "";
}
