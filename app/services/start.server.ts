import { accessSync, constants, existsSync } from "node:fs";
import { type Config, databaseFile } from "~/platform/config.server";
import { closeDatabase, openDatabase } from "~/platform/database.server";
import { startNotices } from "./notices/start-notices.server";
import { setupPath } from "./setup.server";
import { startSweep } from "./sweep.server";

/** The office cannot start, with the sentence that the operator reads. */
export class StartError extends Error {
  override readonly name = "StartError";
}

let stopSweep: (() => void) | null = null;
let stopNotices: (() => Promise<void>) | null = null;

/** What the process asks of the office when it starts and stops. */
export const office = {
  async open(config: Config, say: (line: string) => void) {
    try {
      requireWritable(config);
      await openDatabase(config, say);
      stopSweep = startSweep();
      stopNotices = startNotices();
    } catch (error) {
      throw explained(error, config);
    }
  },
  async close() {
    stopSweep?.();
    await stopNotices?.();
    await closeDatabase();
  },
  setupPath,
};

function requireWritable(config: Config) {
  if (config.databaseUrl) return;
  for (const path of [databaseFile(config), config.dataFolder]) {
    if (!existsSync(path)) continue;
    try {
      accessSync(path, constants.W_OK);
    } catch {
      throw new StartError(
        `${path} cannot be written to, so no report could be kept. Nothing was started. Give this account the right to write there.`,
      );
    }
  }
}

function explained(error: unknown, config: Config): unknown {
  const text = `${(error as { code?: string }).code ?? ""} ${(error as Error).message} ${JSON.stringify((error as { cause?: unknown }).cause ?? "")}`;
  const file = databaseFile(config);
  if (/readonly|SQLITE_READONLY|EROFS/i.test(text)) {
    return new StartError(`The database ${file} is read-only, so no report could be kept. Nothing was started.`);
  }
  if (/SQLITE_BUSY|database is locked|P1008|SocketTimeout/i.test(text)) {
    return new StartError(
      `The database ${file} is locked by another program, perhaps a second Ombra on the same data folder. Nothing was started. Stop the other one first.`,
    );
  }
  if (/not a database|malformed|SQLITE_CORRUPT|SQLITE_NOTADB/i.test(text)) {
    return new StartError(
      `The database ${file} is damaged or is not a database. Nothing was started and nothing was changed. Restore the last backup.`,
    );
  }
  return error;
}
