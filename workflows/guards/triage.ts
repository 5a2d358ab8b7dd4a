import { isTier, minimumOf } from "../codes";
import type { CaseEvent } from "../events";
import { listCode, textCode } from "../events";
import type { ItemFact } from "../facts";
import type { Guard } from "./check";

/** The sealed triage sheet that an act brings: the factors behind a tier, signed by the officer who coded them. */
export function findTriage({ actor, facts }: CaseEvent): ItemFact | null {
  const isSheet = (item: ItemFact) =>
    item.kind === "triage" && item.compartment === "deliberation" && item.signedBy === actor;
  return facts.items.find(isSheet) ?? null;
}

/** The factors are recorded, sealed, and the office commits to them by a hash, so that they cannot be changed later without notice. */
export const G_FACT: Guard = [
  { rule: "noTriage", need: () => "triage", holds: (_context, event) => findTriage(event) !== null },
  {
    rule: "noCommitment",
    need: () => "commitment",
    holds: (_context, { codes }) => /^[0-9a-f]{64}$/.test(textCode(codes, "commitment") ?? ""),
  },
];

/** The act names one of the four tiers. */
export const G_NEWTIER: Guard = [
  { rule: "noTier", need: () => "tier", holds: (_context, { codes }) => isTier(codes.tier) },
];

/** A tier is set. */
export const G_TIER: Guard = [{ rule: "noTier", holds: ({ tier }) => tier !== null }];

/** The officer attests the minimum contents of this kind after reading the report. */
export const G_MIN: Guard = [
  {
    rule: "minimumMissing",
    need: () => "minimum",
    holds: ({ kind }, { codes }) => {
      const attested = listCode(codes, "minimum");
      return minimumOf(kind).every((code) => attested.includes(code));
    },
  },
];
