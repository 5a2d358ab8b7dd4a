import type { PrismaPg } from "@prisma/adapter-pg";
import type { LargeRows, Statement } from "./large-rows.server";

/** The connections that Prisma's adapter keeps. */
export type Pool = ReturnType<Awaited<ReturnType<PrismaPg["connect"]>>["underlyingDriver"]>;

/** Uses connections of the pool that Prisma uses, so that there are not more of them than were allowed. */
export function openPostgresRows(pool: Pool): LargeRows {
  return {
    async write(statements) {
      const connection = await pool.connect();
      let fault: Error | undefined;
      try {
        await connection.query("BEGIN");
        for (const statement of statements) await connection.query(numbered(statement));
        await connection.query("COMMIT");
      } catch (error) {
        await connection.query("ROLLBACK").catch((broken: Error) => {
          fault = broken;
        });
        throw error;
      } finally {
        // A connection that could not be rolled back is not given to anybody else.
        connection.release(fault);
      }
    },
    async readBytes(statement) {
      // The driver knows the text form alone; its strings lie in the heap, where they are collected in time.
      const { rows } = await pool.query(numbered(statement));
      return (rows[0] as { bytes: Uint8Array } | undefined)?.bytes ?? null;
    },
    close: () => undefined,
  };
}

/** PostgreSQL counts its values. */
function numbered({ sql, values }: Statement) {
  let count = 0;
  const text = sql.replaceAll("?", () => {
    count += 1;
    return `$${count}`;
  });
  return {
    text,
    values: values.map((value) =>
      value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value,
    ),
  };
}
