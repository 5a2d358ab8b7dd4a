import { expect, test } from "vitest";
import { KINDS, statesOf } from "~workflows";
import { procedureOf } from "~workflows/procedure";
import { explore } from "./support/explore";
import { publishedSteps } from "./support/table";
for (const kind of KINDS) {
  const t=performance.now();
  const x = explore(procedureOf(kind));
  console.info(kind, x.nodes, x.edges.length, x.refused, x.states.size, performance.now()-t);
  test("s" + kind, () => {
    expect([...x.steps].sort()).toEqual(publishedSteps(kind, statesOf(kind)).sort());
  });
}
