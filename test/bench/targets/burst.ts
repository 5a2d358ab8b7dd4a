import { createHash } from "node:crypto";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { postgresFactory } from "../../../prisma/postgres";
import { ask } from "../../prisma/databases";
import { postgresPrograms, startPostgres } from "../../support/postgres";
import { makeBodies, take } from "../bodies";
import { drive } from "../load";
import { startBenchOffice } from "../office";
import type { Line } from "../table";

const AT_ONCE = 320;

/** T2: 320 people send at the same moment; every one is taken, under a reference of its own, in a whole chain. */
export async function benchBurst(): Promise<Line[]> {
  const lines = await burst(
    "SQLite",
    {},
    (folder) => new PrismaBetterSqlite3({ url: `file:${join(folder, "ombra.db")}` }),
  );
  if (!postgresPrograms())
    return [...lines, { target: "T2", text: "PostgreSQL is not installed here; its half was not measured." }];
  const postgres = await startPostgres();
  try {
    const url = await postgres.createDatabase("burst");
    return [...lines, ...(await burst("PostgreSQL", { DATABASE_URL: url }, () => postgresFactory(url)))];
  } finally {
    await postgres.stop();
  }
}

async function burst(
  name: string,
  env: Record<string, string>,
  open: (folder: string) => SqlMigrationAwareDriverAdapterFactory,
): Promise<Line[]> {
  const { server, office } = await startBenchOffice({ env });
  try {
    const bodies = [...take((await makeBodies(office))(), AT_ONCE)];
    const load = await drive({ base: server.base, path: "/api/v1/reports", concurrency: AT_ONCE, bodies });
    const taken = load.answers.filter((answer) => answer.status === 201);
    const references = new Set(taken.map((answer) => (JSON.parse(answer.body) as { reference: string }).reference));
    const rows = await ask(
      open(server.dataFolder),
      'SELECT "caseId", "seq", "text", "digest" FROM "Act" ORDER BY 1, 2',
    );
    const count = { measured: 0, limit: 0, better: "less", unit: "", against: "set", target: "T2" } as const;
    return [
      { ...count, what: `failed of ${AT_ONCE} at once on ${name}`, measured: AT_ONCE - taken.length },
      { ...count, what: `double references on ${name}`, measured: taken.length - references.size },
      { ...count, what: `gaps or doubles in chains on ${name}`, measured: brokenChains(rows, taken.length) },
      {
        target: "T2",
        text: `${name}: ${Math.round(load.perSecond)}/s, slowest of a hundred ${Math.round(load.p99)} ms.`,
      },
    ];
  } finally {
    await server.stop();
  }
}

/** Acts that are missing, double, or not linked to the one before; counted over all cases. */
function brokenChains(rows: unknown[][], cases: number): number {
  let broken = Math.abs(new Set(rows.map(([id]) => id)).size - cases);
  const last = new Map<string, { seq: number; digest: string }>();
  for (const [id, seq, text, digest] of rows as [string, number, string, string][]) {
    const before = last.get(id);
    const { prevAct } = JSON.parse(text) as { prevAct: string };
    const isNext = seq === (before ? before.seq + 1 : 0) && prevAct === (before?.digest ?? "");
    if (!isNext || createHash("sha256").update(text).digest("hex") !== digest) broken++;
    last.set(id, { seq, digest });
  }
  return broken;
}
