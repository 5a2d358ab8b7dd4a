import { expect, test } from "vitest";
import { FACTORS, OVERRIDES } from "~/desk/tier-policy";
import ar from "~/locales/ar/codes.json";
import en from "~/locales/en/codes.json";
import {
  EVENTS,
  GROUNDS,
  KINDS,
  MILESTONES,
  minimumOf,
  outcomesOf,
  REFUSAL_RULES,
  ROLES,
  STANDARDS,
  STATES,
  TIERS,
} from "~workflows";

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
  ...MILESTONES.map((id) => `milestones.${id}`),
  ...STANDARDS.map(({ id }) => `standards.${id}`),
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
