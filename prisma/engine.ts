import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * Runs one piece of work on Prisma's own schema engine, in its WebAssembly build.
 *
 * The package's entry imports a `.wasm` file as a module, which Node does not do; the same two calls are made by hand.
 * Nothing is fetched: an office without a way out can migrate. The engine leaves its connections open, and one of them
 * would keep SQLite from going over to WAL, so they are counted here and closed.
 */
export async function withEngine<T>(
  schema: { path: string; content: string },
  factory: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  // Once a process: the glue keeps views into the memory of the instance that it met first.
  loaded ??= loadEngine();
  const glue = await loaded;
  const open: { dispose(): Promise<void> }[] = [];
  const counted: SqlMigrationAwareDriverAdapterFactory = {
    adapterName: factory.adapterName,
    provider: factory.provider,
    connect: async () => kept(await factory.connect()),
    connectToShadowDb: async () => kept(await factory.connectToShadowDb()),
  };
  const kept = <C extends { dispose(): Promise<void> }>(connection: C): C => {
    open.push(connection);
    return connection;
  };
  const engine = await glue.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(counted),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    for (const connection of open) await connection.dispose().catch(() => undefined);
  }
}

let loaded: ReturnType<typeof loadEngine> | null = null;

async function loadEngine() {
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, "schema_engine_bg.wasm")), {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  return glue;
}
