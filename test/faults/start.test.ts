import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "../../prisma/migrate";
import { nextVersion } from "../prisma/databases";
import { freePort, postgresPrograms, startPostgres } from "../support/postgres";
import { startServer } from "../support/server";
import { runToEnd } from "./support/process";

/** Debian's account for programs that own nothing. */
const NOBODY = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;

let folder: string;
/** A database as this version leaves it. */
let whole: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ombra-start-"));
  whole = join(folder, "whole.db");
  await migrate(process.cwd(), "sqlite", new PrismaBetterSqlite3({ url: `file:${whole}` }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function dataFolder(name: string, database: string | Buffer = whole): { data: string; file: string } {
  const data = join(folder, name);
  const file = join(data, "ombra.db");
  mkdirSync(data);
  if (typeof database === "string") copyFileSync(database, file);
  else writeFileSync(file, database);
  return { data, file };
}

/** The start ended at once with code 1 and said this, in one line that an operator can act on. */
async function expectRefusal(env: Record<string, string>, sentence: RegExp, account = {}) {
  const { code, output } = await runToEnd(env, account);
  const lines = output.trim().split("\n");
  // A line of the log may come before; the sentence stands alone and last.
  expect(lines.at(-1)).toMatch(sentence);
  expect(lines.filter((line) => !line.startsWith("{"))).toHaveLength(1);
  expect(output).not.toContain("    at ");
  expect(code).toBe(1);
}

test("a database file that cannot be written to stops the start, and says whose right is missing", async () => {
  const { data, file } = dataFolder("read-only");
  chmodSync(file, 0o444);
  if (isRoot) {
    // Root may write everywhere, so the server runs as nobody here.
    for (const path of [folder, data, file]) chownSync(path, NOBODY.uid, NOBODY.gid);
  }
  const before = readFileSync(file);
  await expectRefusal({ DATA_DIR: data }, /ombra\.db cannot be written to.*right to write there/, isRoot ? NOBODY : {});
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("a database of a newer version stops the start and is left as it is", async () => {
  const { data, file } = dataFolder("newer");
  const next = nextVersion("sqlite");
  await migrate(next.root, "sqlite", new PrismaBetterSqlite3({ url: `file:${file}` }));
  next.remove();
  const before = readFileSync(file);
  await expectRefusal({ DATA_DIR: data }, /newer version of Ombra.*9999_later.*Nothing was changed/);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("a file that is no database stops the start and is left as it is", async () => {
  const noise = Buffer.from("This is a shopping list. ".repeat(400));
  const { data, file } = dataFolder("noise", noise);
  await expectRefusal({ DATA_DIR: data }, /damaged or is not a database.*Restore the last backup/);
  expect(readFileSync(file).equals(noise)).toBe(true);
});

test("a port in use stops the start, and the sentence names PORT", async () => {
  const port = await freePort();
  const other = createServer().listen(port, "127.0.0.1");
  try {
    const { data } = dataFolder("port");
    await expectRefusal({ DATA_DIR: data, PORT: String(port) }, new RegExp(`Port ${port} .*in use.*PORT=`));
  } finally {
    other.close();
  }
});

test("a port that is no number stops the start, and the sentence names PORT", async () => {
  await expectRefusal({ DATA_DIR: join(folder, "never"), PORT: "eighty" }, /PORT must be a whole number.*"eighty"/);
});

test("a PostgreSQL that does not answer stops the start with a sentence, and no password is printed", async () => {
  const url = `postgresql://ombra:secret-word@127.0.0.1:${await freePort()}/ombra`;
  const { code, output } = await runToEnd({ DATA_DIR: join(folder, "pg"), DATABASE_URL: url });
  expect(code).toBe(1);
  expect(output).toMatch(/PostgreSQL.*(reach|answer|connect)/i);
  expect(output).not.toContain("secret-word");
});

test.skipIf(!postgresPrograms())("two servers that start at once on one empty PostgreSQL both come up", async () => {
  const postgres = await startPostgres();
  try {
    const env = { DATABASE_URL: await postgres.createDatabase("shared") };
    const servers = await Promise.all([startServer({ env }), startServer({ env })]);
    for (const { base } of servers) expect(await (await fetch(`${base}/readyz`)).text()).toBe("ready\n");
    await Promise.all(servers.map((server) => server.stop()));
  } finally {
    await postgres.stop();
  }
});
