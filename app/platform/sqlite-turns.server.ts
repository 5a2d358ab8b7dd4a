import type { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";

type Factory = Pick<PrismaBetterSqlite3, "provider" | "adapterName" | "connect" | "connectToShadowDb">;
type Adapter = Awaited<ReturnType<Factory["connect"]>>;
type Transaction = Awaited<ReturnType<Adapter["startTransaction"]>>;

/**
 * Has a write that belongs to no transaction wait until none is open, and be one of its own. SQLite has one connection here, and
 * the adapter would run such a write inside whatever transaction somebody else has open: undone with it, though it was
 * acknowledged. What only reads does not wait.
 */
export function takeTurns(factory: PrismaBetterSqlite3): Factory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => withTurns(await factory.connect()),
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}

function withTurns(adapter: Adapter): Adapter {
  const read = adapter.queryRaw.bind(adapter);
  const alone = async <T>(write: (transaction: Transaction) => Promise<T>): Promise<T> => {
    const transaction = await adapter.startTransaction();
    try {
      const result = await write(transaction);
      await transaction.executeRaw(bare("COMMIT"));
      return result;
    } catch (error) {
      await transaction.executeRaw(bare("ROLLBACK")).catch(() => undefined);
      throw error;
    } finally {
      // Sends nothing: it hands the connection on.
      await transaction.commit();
    }
  };
  adapter.queryRaw = (query) =>
    /^\s*(SELECT|PRAGMA)\b/i.test(query.sql) ? read(query) : alone((transaction) => transaction.queryRaw(query));
  adapter.executeRaw = (query) => alone((transaction) => transaction.executeRaw(query));
  return adapter;
}

function bare(sql: string) {
  return { sql, args: [], argTypes: [] };
}
