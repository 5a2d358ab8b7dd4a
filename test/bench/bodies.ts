import { randomBytes } from "node:crypto";
import type { SeedOffice } from "../../prisma/seed/people";
import { sealReport } from "../../prisma/seed/report";

const SEALED = 40;

/** What stands in a report's request in the clear and must differ from one report to the next, with its length in hex. */
const OWN: [RegExp, number][] = [
  [/"case":"([0-9a-f]{32})"/, 16],
  [/"locatorHash":"([0-9a-f]{64})"/, 32],
  [/"authHash":"([0-9a-f]{64})"/, 32],
];

/**
 * An endless row of reports for load: some were really sealed to this office, and each of those is sent again and again
 * under new ids. Sealing is work of the reporter's browser; the server cannot tell, and does the same work for each.
 */
export async function makeBodies(office: SeedOffice, sealed = SEALED): Promise<() => Generator<Buffer>> {
  const texts: string[] = [];
  for (let nth = 0; nth < sealed; nth++) {
    const story = "The crates were relabelled at the port before the inspection. ".repeat(20 + (nth % 15));
    texts.push(JSON.stringify((await sealReport(office, { kind: "tip", answers: { summary: story } })).body));
  }
  return function* bodies() {
    for (let nth = 0; ; nth++) {
      let text = texts[nth % texts.length] ?? "";
      for (const [pattern, bytes] of OWN) {
        const fresh = randomBytes(bytes).toString("hex");
        text = text.replace(pattern, (whole, old: string) => whole.replace(old, fresh));
      }
      yield Buffer.from(text);
    }
  };
}

/** The next so many of an endless row, which goes on after them. */
export function* take<T>(row: Iterator<T>, count: number): Generator<T> {
  for (let taken = 0; taken < count; taken++) {
    const next = row.next();
    if (next.done) return;
    yield next.value;
  }
}
