import { expect, test } from "vitest";
import { INVARIANTS } from "~/components/procedure/never-list";
import ar from "~/locales/ar/procedure.json";
import en from "~/locales/en/procedure.json";
import { GUARDS } from "~workflows/guards";
import { describe } from "~workflows/outline";
import { POLICIES } from "~workflows/policy";

type Words = { [key: string]: string | Words };

function find(words: Words, path: string): string | undefined {
  const found = path
    .split(".")
    .reduce<string | Words | undefined>((at, key) => (typeof at === "object" ? at[key] : undefined), words);
  return typeof found === "string" ? found : undefined;
}

const regions = describe("complaint").regions.filter(({ id }) => id !== "procedure");
const PATHS = [
  ...Object.keys(GUARDS).flatMap((id) => [`guard.${id}.label`, `guard.${id}.means`]),
  ...regions.flatMap(({ id, states }) => [
    `region.${id}.title`,
    `region.${id}.purpose`,
    ...states.map((state) => `region.${id}.states.${state.id}`),
  ]),
  ...INVARIANTS.map((id) => `never.${id}`),
  ...POLICIES.map(({ id }) => `policies.${id}`),
];

test.each([
  ["English", en],
  ["Arabic", ar],
])("every guard, region, rule and policy of the procedure is said in plain %s", (_name, words) => {
  expect(PATHS.filter((path) => !find(words as Words, path))).toEqual([]);
});

test("no guard is explained that the machines do not have", () => {
  expect(Object.keys(en.guard).sort()).toEqual(Object.keys(GUARDS).sort());
});
