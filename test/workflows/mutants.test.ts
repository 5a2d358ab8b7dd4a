import { afterAll, expect, test } from "vitest";
import { control, hunt, type Mutant } from "./support/mutant";
import { MUTANTS_OF_CLOCKS } from "./support/mutants-of-clocks";
import { MUTANTS_OF_PAIRS } from "./support/mutants-of-pairs";
import { MUTANTS_OF_PERSONS } from "./support/mutants-of-persons";
import { MUTANTS_OF_RECORDS } from "./support/mutants-of-records";
import { MUTANTS_OF_WAYS } from "./support/mutants-of-ways";

const MUTANTS: readonly Mutant[] = [
  ...MUTANTS_OF_PAIRS,
  ...MUTANTS_OF_PERSONS,
  ...MUTANTS_OF_RECORDS,
  ...MUTANTS_OF_CLOCKS,
  ...MUTANTS_OF_WAYS,
];
const caught: string[] = [];

test.each(MUTANTS)("$kind: a procedure with $flaw is caught", (mutant) => {
  const caughtBy = hunt(mutant);
  expect(caughtBy).toBe(mutant.caughtBy);
  caught.push(`  ${mutant.kind}: ${mutant.flaw}: ${caughtBy}`);
});

test.each(MUTANTS.filter((_mutant, index) => index % 9 === 0))(
  "$kind: the walk that catches $flaw finds the published procedure in order",
  (mutant) => {
    expect(control(mutant)).toBeNull();
  },
);

test("there are at least thirty-five of them, in all three kinds", () => {
  expect(MUTANTS.length).toBeGreaterThanOrEqual(35);
  expect(new Set(MUTANTS.map(({ kind }) => kind)).size).toBe(3);
});

afterAll(() => console.info(`${caught.length} of ${MUTANTS.length} mutants caught:\n${caught.join("\n")}`));
