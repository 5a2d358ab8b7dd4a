/** A statement of one database's own, with `?` for each of its values. */
export type Statement = { sql: string; values: readonly (string | number | Uint8Array)[] };

/**
 * Rows that hold megabytes, written and read past Prisma: it carries bytes as base64 text, which costs a dozen copies of
 * each and leaves them lying outside of the heap, where nothing presses for them to be collected.
 */
export interface LargeRows {
  /** Runs all statements or none. What they wrote is on disk when this resolves; throws what the driver throws. */
  write(statements: readonly Statement[]): Promise<void>;
  /** The column `bytes` of the one row that is asked for; null where there is none. */
  readBytes(statement: Statement): Promise<Uint8Array | null>;
  close(): void;
}
