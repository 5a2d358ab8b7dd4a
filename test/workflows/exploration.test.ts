import { expect, test } from "vitest";
import { KINDS, statesOf } from "~workflows";
import { procedureOf } from "~workflows/procedure";
import { rowsOf } from "~workflows/rows";
import { STEP_CHECKS, stuckCases } from "./support/checks";
import { explore } from "./support/explore";
import { publishedSteps } from "./support/table";

for (const kind of KINDS) {
  const broken = new Map<string, string>();
  let taken = 0;
  const exploration = explore(procedureOf(kind), (step) => {
    taken += 1;
    for (const [name, holds] of Object.entries(STEP_CHECKS)) {
      if (!holds(step)) broken.set(name, `${step.before.value.procedure} ${step.event.type} ${step.event.role}`);
    }
  });
  const { states, cases, steps, rows, refused } = exploration;
  console.info(
    `${kind}: ${states.size} states, ${cases.size} cases, ${steps.size} different steps, ${taken} taken, ${refused} refused`,
  );

  test(`${kind}: exactly the published steps are taken, and every other state, event and role is refused`, () => {
    expect([...steps].sort()).toEqual(publishedSteps(kind, statesOf(kind)).sort());
  });

  test(`${kind}: every state is reached and every row is taken`, () => {
    expect([...states].sort()).toEqual(statesOf(kind).sort());
    expect([...rows].sort()).toEqual(
      rowsOf(kind)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test.each(Object.keys(STEP_CHECKS))(`${kind}: %s`, (name) => {
    expect(broken.get(name)).toBeUndefined();
  });

  test(`${kind}: I3: every case can reach the archive while the reporter stays away`, () => {
    expect(stuckCases(exploration)).toEqual([]);
  });
}
