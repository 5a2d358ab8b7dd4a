import { randomBytes } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { SeedPerson } from "../../../prisma/seed/people";
import { sealReport, sendReport } from "../../../prisma/seed/report";
import { openFile } from "../../faults/support/rows";
import { startBenchOffice } from "../office";
import { type Figure, type Line, median } from "../table";

const [FEW, MANY] = [100, 10_000];
const READINGS = 60;

/** T12: a person's queue, with a hundred cases and with ten thousand: by the machine interface and as a page. */
export async function benchQueue(): Promise<Line[]> {
  const { server, office } = await startBenchOffice();
  try {
    const report = await sendReport(office, await sealReport(office, { kind: "tip", answers: { summary: "x" } }));
    const me = office.people[1] as SeedPerson;
    const file = openFile(server.dataFolder);
    fill(file, me.id, report.case, FEW - 1);
    const few = await readAll(me);
    fill(file, me.id, report.case, MANY - FEW);
    file.close();
    const many = await readAll(me);
    return [...Object.keys(many)].flatMap((what) => compare(what, few[what], many[what]));
  } finally {
    await server.stop();
  }
}

interface Reading {
  milliseconds: number;
  bytes: number;
}

function compare(what: string, few: Reading | undefined, many: Reading | undefined): Line[] {
  if (!few || !many) return [{ target: "T12", text: `${what} does not answer, so it was not measured.` }];
  const set = { target: "T12", better: "less", against: "set" } as const;
  const times = `${FEW} cases: ${few.milliseconds.toFixed(1)} ms`;
  const figures: Figure[] = [
    { ...set, what: `${what}, ${MANY} cases`, measured: many.milliseconds, limit: 50, unit: "ms" },
    {
      ...set,
      what: `${what}, ${MANY} cases beside ${FEW}`,
      measured: many.milliseconds,
      limit: few.milliseconds * 1.2,
      unit: "ms",
      against: `1.2 × with ${times}`,
    },
    { ...set, what: `${what}, size`, measured: many.bytes / 1000, limit: 40, unit: "kB" },
  ];
  return figures;
}

async function readAll(me: SeedPerson): Promise<Record<string, Reading | undefined>> {
  return { "queue by the interface": await read(me, "/api/v1/cases"), "queue as a page": await read(me, "/desk") };
}

async function read(me: SeedPerson, path: string): Promise<Reading | undefined> {
  const times: number[] = [];
  let bytes = 0;
  for (let nth = 0; nth < READINGS; nth++) {
    const start = performance.now();
    const response = await fetch(me.client.base + path, { headers: { Cookie: me.client.cookie }, redirect: "manual" });
    const body = await response.arrayBuffer();
    if (response.status !== 200) return undefined;
    bytes = body.byteLength;
    // The first readings warm the code up.
    if (nth >= 10) times.push(performance.now() - start);
  }
  return { milliseconds: median(times), bytes };
}

type Row = Record<string, string | number | null>;

/** Copies one real case many times, with its snapshot, first act, due dates and place in the person's queue. */
function fill(file: DatabaseSync, person: string, like: string, count: number) {
  const one = (sql: string) => file.prepare(sql).get(like) as Row;
  const found = one('SELECT * FROM "Case" WHERE id = ?');
  const act = one('SELECT * FROM "Act" WHERE caseId = ?');
  const dues = file.prepare('SELECT * FROM "Due" WHERE caseId = ?').all(like) as Row[];
  const access = one('SELECT * FROM "Access" WHERE caseId = ?');
  const insert = (table: string, row: Row) => {
    const names = Object.keys(row);
    const places = names.map(() => "?").join();
    const sql = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join()}) VALUES (${places})`;
    file.prepare(sql).run(...Object.values(row));
  };
  file.exec("BEGIN IMMEDIATE");
  for (let nth = 0; nth < count; nth++) {
    const id = randomBytes(16).toString("hex");
    const dueDay = new Date(Date.now() + ((nth % 120) - 10) * 86_400_000).toISOString().slice(0, 10);
    const own = { id, reference: id.slice(0, 10), locatorHash: id + id, authHash: id + id, dueDay };
    // Some wait for the reporter, some are closed, as in an office that has worked for years.
    const state = nth % 5 === 0 ? "awaitingInfo" : nth % 3 === 0 ? "closed" : (found.state ?? "");
    insert("Case", { ...found, ...own, state });
    insert("Act", { ...act, id, caseId: id });
    for (const due of dues) insert("Due", { ...due, caseId: id, day: dueDay });
    insert("Access", { ...access, personId: person, caseId: id, sort: `${dueDay} ${id}`, readSeq: nth % 2 });
  }
  file.exec("COMMIT");
}
