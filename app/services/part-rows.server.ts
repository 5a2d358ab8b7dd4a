import { largeRows } from "~/platform/database.server";

type Key = { caseId: string; id: string };
type Row = Key & { digest: string; size: number; stagedDay: string };

/** Writes a part and its bytes, both or none; durable when it resolves. Throws what the driver throws when the row exists. */
export function writePart({ caseId, id, digest, size, stagedDay }: Row, bytes: Uint8Array): Promise<void> {
  return largeRows().write([
    {
      sql: 'INSERT INTO "Part" ("caseId", "id", "digest", "size", "stagedDay") VALUES (?, ?, ?, ?, ?)',
      values: [caseId, id, digest, size, stagedDay],
    },
    { sql: 'INSERT INTO "PartBytes" ("caseId", "partId", "bytes") VALUES (?, ?, ?)', values: [caseId, id, bytes] },
  ]);
}

/** The stored bytes of a part; null where there are none. */
export function readPartBytes({ caseId, id }: Key): Promise<Uint8Array | null> {
  return largeRows().readBytes({
    sql: 'SELECT "bytes" FROM "PartBytes" WHERE "caseId" = ? AND "partId" = ?',
    values: [caseId, id],
  });
}
