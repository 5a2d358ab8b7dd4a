import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";

/**
 * An empty SQLite database in memory, for Prisma's engine to build the migrations' schema in.
 *
 * The engine sends a whole migration as one statement there; the adapter takes one at a time, so a call without
 * arguments is run as the script that it is.
 */
export function shadowFactory(): SqlMigrationAwareDriverAdapterFactory {
  const memory = new PrismaBetterSqlite3({ url: ":memory:" });
  return {
    provider: memory.provider,
    adapterName: memory.adapterName,
    connect: () => memory.connect(),
    connectToShadowDb: async () => {
      const shadow = await memory.connectToShadowDb();
      const runOne = shadow.executeRaw.bind(shadow);
      shadow.executeRaw = async (query) => {
        if (query.args.length > 0) return runOne(query);
        await shadow.executeScript(query.sql);
        return 0;
      };
      return shadow;
    },
  };
}
