import { PrismaPg } from "@prisma/adapter-pg";
import { migrate } from "../../prisma/migrate";
import { postgresFactory } from "../../prisma/postgres";
import { type Database, type Opened, PATIENT } from "./database.server";
import { PrismaClient } from "./generated/postgresql/client";
import { openPostgresRows } from "./large-rows-postgres.server";

/** Connections that one process keeps; PostgreSQL allows a hundred from all of them together as it comes. */
const MAX_CONNECTIONS = 16;

/** Opens and migrates an office's PostgreSQL; throws with a plain sentence when it cannot be reached or does not sync. */
export async function openPostgres(root: string, url: string, say: (line: string) => void): Promise<Opened> {
  await migrate(root, "postgresql", postgresFactory(url), say).catch((error: unknown) => {
    throw unreachable(error) ?? error;
  });
  const factory = new PrismaPg({ connectionString: url, max: MAX_CONNECTIONS });
  const connected = await factory.connect();
  const { adapterName } = factory;
  const adapter = { provider: "postgres" as const, adapterName, connect: async () => connected };
  const client = new PrismaClient({ adapter, transactionOptions: PATIENT }) as unknown as Database;
  await requireSynced(client);
  return { client, rows: openPostgresRows(connected.underlyingDriver()) };
}

async function requireSynced(client: Database): Promise<void> {
  const settings = "SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit";
  const [found] = await client.$queryRawUnsafe<{ fsync: string; commit: string }[]>(settings);
  if (found?.fsync !== "on" || found.commit === "off") {
    throw new Error(
      "PostgreSQL is set up with fsync or synchronous_commit off, so a report could be lost after it was acknowledged.",
    );
  }
}

/** What to look at when PostgreSQL gives no connection; the address itself stays out, it can hold a password. */
function unreachable(error: unknown): Error | null {
  const kind = (error as { cause?: { kind?: string } }).cause?.kind ?? "";
  const reasons: Record<string, string> = {
    DatabaseNotReachable: "it does not answer at the address in DATABASE_URL",
    AuthenticationFailed: "it refused the name or password in DATABASE_URL",
    DatabaseDoesNotExist: "it has no database of the name in DATABASE_URL",
    DatabaseAccessDenied: "the account in DATABASE_URL may not use that database",
    TooManyConnections: "it has no connection left",
    SocketTimeout: "it does not answer at the address in DATABASE_URL",
  };
  return reasons[kind] ? new Error(`PostgreSQL cannot be reached: ${reasons[kind]}. Nothing was started.`) : null;
}
