import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "~/platform/config.server";
import { closeDatabase, type Database, openDatabase } from "~/platform/database.server";
import { newId } from "~/platform/secrets.server";
import { readPartBytes } from "~/services/part-rows.server";
import { attachParts, isPartStored, storePart } from "~/services/store-part.server";
import { postgresPrograms, startPostgres, type TestPostgres } from "../support/postgres";

const MIB = 1024 * 1024;

describe.each(["sqlite", "postgresql"])("%s", (name) => {
  const absent = name === "postgresql" && !postgresPrograms();
  let folder: string;
  let postgres: TestPostgres | null = null;
  let db: Database;

  beforeAll(async () => {
    if (absent) return;
    folder = mkdtempSync(join(tmpdir(), "ombra-parts-"));
    const env = { NODE_ENV: "test" as const, OMBRA_ROOT: process.cwd(), DATA_DIR: folder };
    if (name === "postgresql") postgres = await startPostgres();
    const url = postgres && (await postgres.createDatabase("parts"));
    db = await openDatabase(readConfig({ ...env, ...(url && { DATABASE_URL: url }) }));
  });
  afterAll(async () => {
    await closeDatabase();
    await postgres?.stop();
    rmSync(folder ?? "", { recursive: true, force: true });
  });

  const sealed = (length = 4 * MIB + 700) => {
    const bytes = randomBytes(length);
    return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
  };

  test.skipIf(absent)("a part is stored once, read back to the byte, and goes with its row", async () => {
    const [key, { bytes, sha256 }] = [{ case: newId(), part: newId() }, sealed()];
    const both = await Promise.all([1, 2].map(() => storePart({ ...key, sha256 }, bytes)));
    expect(both).toEqual([1, 2].map(() => ({ digest: sha256, size: bytes.length })));
    const row = { caseId: key.case, id: key.part };
    expect(Buffer.compare(bytes, Buffer.from((await readPartBytes(row)) ?? []))).toBe(0);
    const other = sealed(20);
    await expect(storePart({ ...key, sha256: other.sha256 }, other.bytes)).rejects.toMatchObject({ status: 409 });
    await db.$transaction((tx) => attachParts(tx, key.case, [{ id: key.part, digest: sha256 }]));
    expect(await db.part.findUnique({ where: { caseId_id: row } })).toMatchObject({ attached: true });
    await db.part.deleteMany({ where: { caseId: key.case } });
    expect([await readPartBytes(row), await db.partBytes.count()]).toEqual([null, 0]);
  });

  test.skipIf(absent)("a part that was acknowledged outlives another person's write that is undone", async () => {
    const [key, { bytes, sha256 }] = [{ case: newId(), part: newId() }, sealed(MIB)];
    let undo = () => {};
    const held = new Promise<void>((resolve) => {
      undo = resolve;
    });
    const undone = db.$transaction(async (tx) => {
      await tx.counter.create({ data: { id: newId() } });
      await held;
      throw new Error("undone");
    });
    const storing = storePart({ ...key, sha256 }, bytes);
    await new Promise((resolve) => setTimeout(resolve, 100));
    undo();
    await expect(undone).rejects.toThrow("undone");
    await storing;
    expect(await isPartStored({ ...key, sha256 })).toEqual({ stored: true });
    expect((await readPartBytes({ caseId: key.case, id: key.part }))?.length).toBe(MIB);
  });
});
