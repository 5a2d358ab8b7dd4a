import { expect, test } from "vitest";
import { type EventType, KINDS, type Kind, type Region, statesOf, statesOfRegion } from "~workflows";
import { procedureOf } from "~workflows/procedure";
import { rowsOf } from "~workflows/rows";
import { step } from "~workflows/step";
import { act } from "./support/cast";
import type { Exploration } from "./support/exploration";
import { explore } from "./support/explore";
import { owedForEver, stuckCases } from "./support/graph";
import { brokenBy, INVARIANTS } from "./support/invariants";
import { listedTriples } from "./support/taken";
import { walksOf } from "./support/walks";

/** What a reporter can do in every state of a case that is not archived (I5). */
const ALWAYS: readonly EventType[] = [
  ...(["reporter.message", "evidence.add", "retaliation.report", "urgent.flag", "conflict.allege"] as const),
];
/** Heard only when another region raises it: a hold that is lifted on an archived case. */
const ONLY_RAISED = "retention active retention.due system";

type Found = { readonly walk: string; readonly exploration: Exploration };

/** A refusal is an error, and millions of them need no stack. */
function quickly<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function exploreKind(kind: Kind) {
  const broken = new Map<string, string>();
  const start = performance.now();
  const found = walksOf(kind).map(([walk, options]): Found => {
    const exploration = explore(procedureOf(kind), options, (taken) => {
      for (const name of brokenBy(taken)) {
        const { before, event } = taken;
        broken.set(name, `${walk}: ${Object.values(before.value).join(" ")}: ${event.type} by ${event.role}`);
      }
    });
    return { walk, exploration };
  });
  return { broken, found, seconds: (performance.now() - start) / 1000 };
}

function report(kind: Kind, found: readonly Found[], seconds: number): void {
  const sum = (of: (exploration: Exploration) => number) =>
    found.reduce((all, { exploration }) => all + of(exploration), 0);
  const [product, people] = found.map(({ exploration }) => exploration.nodes.size);
  const states = new Set(
    found.flatMap(({ exploration }) => [...exploration.nodes.values()].map(({ snapshot }) => snapshot.value.procedure)),
  );
  console.info(
    `${kind}: ${states.size} states of the procedure; ${product} reachable products with statutoryClock, standing, conflict and ` +
      `retention; ${people} with people and proposals; ${sum(({ nodes }) => nodes.size) - (product ?? 0) - (people ?? 0)} pairs with one region; ` +
      `${sum(({ edges }) => edges.length)} transitions, ${sum(({ taken }) => taken)} steps checked, ${sum(({ refused }) => refused)} refused; ${seconds.toFixed(0)} s`,
  );
}

for (const kind of KINDS) {
  const { broken, found, seconds } = quickly(() => exploreKind(kind));
  report(kind, found, seconds);
  const all = (of: (exploration: Exploration) => Iterable<string>) =>
    new Set(found.flatMap(({ exploration }) => [...of(exploration)]));

  test(`${kind}: every state of every region is reached`, () => {
    for (const { walk, exploration } of found) {
      const values = [...exploration.nodes.values()].map(({ snapshot }) => snapshot.value);
      expect(new Set(values.map(({ procedure }) => procedure))).toEqual(new Set(statesOf(kind)));
      if (walk === "product" || walk === "people") continue;
      const region = walk as Region;
      expect(new Set(values.map((value) => value[region]))).toEqual(new Set(statesOfRegion(kind, region)));
    }
  });

  test(`${kind}: every row of the tables is taken`, () => {
    const taken = all(({ rows }) => rows);
    expect(rowsOf(kind).flatMap(({ id }) => (taken.has(id) ? [] : [id]))).toEqual([]);
  });

  test(`${kind}: every listed state, event and role is taken, and every other one is refused as unlisted`, () => {
    const taken = all(({ triples }) => triples);
    // Reminders stand in every state's list; in most of them the clock that they belong to has ended.
    const isSpecial = (triple: string) => triple === ONLY_RAISED || triple.endsWith("clock.reminder system");
    expect(listedTriples(kind).filter((triple) => !taken.has(triple) && !isSpecial(triple))).toEqual([]);
    expect([...taken].filter((triple) => !listedTriples(kind).includes(triple))).toEqual([]);
    expect([...all(({ odd }) => odd)]).toEqual([]);
  });

  test.each(Object.keys(INVARIANTS))(`${kind}: %s`, (name) => {
    expect(broken.get(name)).toBeUndefined();
  });

  test(`${kind}: I3: every case can reach the archive while the reporter stays away`, () => {
    for (const { walk, exploration } of found) expect([walk, stuckCases(exploration)]).toEqual([walk, []]);
  });

  test(`${kind}: no dead end: whatever the office owes beside the procedure, it can do`, () => {
    for (const { walk, exploration } of found) {
      if (walk !== "product" && walk !== "people")
        expect([walk, owedForEver(exploration, walk as Region)]).toEqual([walk, []]);
    }
  });

  test(`${kind}: no clock runs out unheard, but the archive's while something holds the case`, () => {
    expect([...all(({ frozen }) => frozen)]).toEqual([]);
  });

  test(`${kind}: I5: until the archive a reporter can write, add, report retaliation, flag, allege, and withdraw while taking part`, () => {
    const refused = new Set<string>();
    for (const { exploration } of found) {
      for (const { snapshot, day } of exploration.nodes.values()) {
        const { procedure, standing } = snapshot.value;
        if (procedure === "archived" || refused.size > 0) continue;
        const takesPart = standing === "participating" || standing === "silent";
        for (const type of takesPart ? [...ALWAYS, "reporter.withdraw" as const] : ALWAYS) {
          try {
            step(snapshot, act(snapshot, type, "reporter", { day }));
          } catch {
            refused.add(`${procedure} ${type}`);
          }
        }
      }
    }
    expect([...refused]).toEqual([]);
  });
}
