import { expect, test } from "vitest";
import { FACTORS, OVERRIDES } from "~/desk/tier-policy";
import ar from "~/locales/ar/codes.json";
import en from "~/locales/en/codes.json";
import {
  ATTESTATIONS,
  CHECK_RESULTS,
  CONSENT_PURPOSES,
  EVENTS,
  GROUNDS,
  IMPLEMENTATION_CODES,
  KINDS,
  minimumOf,
  outcomesOf,
  RECOMMENDATIONS,
  REFUSAL_RULES,
  ROLES,
  regionsOf,
  SIDE_DUTIES,
  SIDE_REGIONS,
  STANDARDS,
  STATES,
  statesOf,
  TIERS,
  WITHHOLD_GROUNDS,
} from "~workflows";

/** States that the law's clock alone watches over have no duty of their own. */
const WITHOUT_DUTY = ["submitted", "received", "archived"];

type Words = { [key: string]: string | Words };

function find(words: Words, path: string): string | undefined {
  const found = path
    .split(".")
    .reduce<string | Words | undefined>((at, key) => (typeof at === "object" ? at[key] : undefined), words);
  return typeof found === "string" ? found : undefined;
}

const PATHS = [
  ...EVENTS.flatMap((id) => ["label", "effect", "done"].map((part) => `events.${id}.${part}`)),
  ...STATES.flatMap((id) => ["label", "means", "next"].map((part) => `states.${id}.${part}`)),
  ...[...ROLES, "reporter", "system"].map((id) => `roles.${id}.label`),
  ...KINDS.map((id) => `kinds.${id}.label`),
  ...KINDS.flatMap((kind) => outcomesOf(kind).map((id) => `outcomes.${id}`)),
  ...KINDS.flatMap((kind) => minimumOf(kind).map((id) => `minimum.${id}`)),
  ...GROUNDS.flatMap((id) => [`grounds.${id}.label`, `grounds.${id}.means`]),
  ...TIERS.flatMap((id) => [`tiers.${id}.short`, `tiers.${id}.means`]),
  ...REFUSAL_RULES.map((id) => `rules.${id}`),
  ...STANDARDS.map(({ id }) => `standards.${id}`),
  ...[...new Set(KINDS.flatMap(regionsOf))].map((id) => `regions.${id}.label`),
  ...Object.entries(SIDE_REGIONS).flatMap(([region, states]) =>
    states.flatMap((state) => ["label", "means"].map((part) => `regionStates.${region}.${state}.${part}`)),
  ),
  ...[...SIDE_DUTIES, ...new Set(KINDS.flatMap(statesOf))]
    .filter((id) => !WITHOUT_DUTY.includes(id))
    .map((id) => `duties.${id}`),
  ...ATTESTATIONS.map((id) => `attest.${id}`),
  ...RECOMMENDATIONS.flatMap((id) => [`recommendations.${id}.label`, `recommendations.${id}.means`]),
  ...CONSENT_PURPOSES.flatMap((id) => [`purposes.${id}.label`, `purposes.${id}.means`]),
  ...CHECK_RESULTS.map((id) => `results.${id}`),
  ...IMPLEMENTATION_CODES.map((id) => `implementation.${id}`),
  ...WITHHOLD_GROUNDS.map((id) => `withhold.${id}`),
  ...OVERRIDES.map((id) => `overrides.${id}`),
  ...FACTORS.flatMap(({ id, most }) => [
    `factors.${id}.label`,
    ...Array.from({ length: most + 1 }, (_, value) => `factors.${id}.values.${value}`),
  ]),
];

test.each([
  ["English", en],
  ["Arabic", ar],
])("everything that the procedure can say has words in %s", (_name, words) => {
  expect(PATHS.filter((path) => !find(words as Words, path))).toEqual([]);
});
