import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;
type Field = { dataTypeID: number };
type Query = (...args: unknown[]) => Promise<{ fields?: Field[] }>;

/** OIDs of PostgreSQL's internal one-byte "char" and of text. */
const [CHAR, TEXT] = [18, 25];

/**
 * Prisma's adapter for PostgreSQL, as its schema engine needs it.
 *
 * The engine reads the catalogue, where some columns have the type "char"; the adapter knows no such type and refuses
 * the whole answer. As text it reads the same. And a shadow database must be another one: the adapter lets the
 * connection string's own name win over the shadow's, so both are named apart here, and the shadow is dropped at the end.
 */
export function postgresFactory(url: string): SqlMigrationAwareDriverAdapterFactory {
  const main = new PrismaPg({ connectionString: url, max: 4 });
  return {
    provider: main.provider,
    adapterName: main.adapterName,
    connect: async () => readingChar(await main.connect()),
    connectToShadowDb: () => connectToShadow(main, url),
  };
}

async function connectToShadow(main: PrismaPg, url: string): Promise<Adapter> {
  const name = `ombra_shadow_${crypto.randomUUID().replaceAll("-", "")}`;
  const keeper = await main.connect();
  await keeper.executeScript(`CREATE DATABASE "${name}"`);
  const place = new URL(url);
  place.pathname = `/${name}`;
  const shadow = readingChar(await new PrismaPg({ connectionString: place.href, max: 4 }).connect());
  const close = shadow.dispose.bind(shadow);
  shadow.dispose = async () => {
    await close();
    await keeper.executeScript(`DROP DATABASE IF EXISTS "${name}"`);
    await keeper.dispose();
  };
  return shadow;
}

function readingChar(adapter: Adapter): Adapter {
  const pool = adapter.underlyingDriver() as unknown as { query: Query };
  const query = pool.query.bind(pool);
  pool.query = async (...args) => {
    const result = await query(...args);
    for (const field of result.fields ?? []) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
    return result;
  };
  return adapter;
}
