import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { constants } from "node:zlib";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import sirv from "sirv";
import { gateArmor } from "./armor-gate.server";
import { type Config, readConfig } from "./config.server";
import { securityHeaders } from "./headers.server";
import { log } from "./log.server";
import { offerOnion } from "./onion.server";
import { refuseForeignPosts, separateOrigins } from "./origin.server";
import { forgetWhatWasRead } from "./stop-reading.server";

/** What the process asks of the office when it starts and stops; the Remix build brings it. */
interface Office {
  open(config: Config, say: (line: string) => void): Promise<void>;
  close(): Promise<void>;
  setupPath(): Promise<string | null>;
}

/**
 * The process. It listens, sets headers and serves files; everything else is the Remix build's.
 * Nothing here writes an access log, and no address of a visitor is read.
 */
const config = requireConfig();
const development = process.env.NODE_ENV === "development";
const say = (line: string) => console.info(line);

const app = express();
app.disable("x-powered-by");
app.set("etag", false);
app.use(separateOrigins(config), securityHeaders, offerOnion(config), refuseForeignPosts);

const build = development ? await developmentBuild() : await productionBuild();
const office = (build.entry.module as unknown as { office: Office }).office;

// Only pages without a secret are compressed: an answer that mixes a secret with a visitor's input would leak by its length.
app.use(
  compression({
    filter: (request) => request.method === "GET" && !/^\/(api|desk|admin|setup|join)/.test(request.url),
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  }),
);
app.post(["/report/armored", "/mailbox/armored", "/api/v1/reports", "/api/v1/mailbox/armored/messages"], gateArmor);
app.all(
  "*",
  createRequestHandler({
    build,
    getLoadContext: (_request, { locals }) => ({ nonce: String(locals.nonce), armor: locals.armor }),
  }),
);

try {
  await office.open(config, say);
} catch (error) {
  fail(explain(error));
}

const server = createServer({ maxHeaderSize: 16 * 1024 }, app);
// A part of 4 MiB over a slow circuit takes minutes; a header never does.
server.headersTimeout = 20_000;
server.requestTimeout = 15 * 60_000;
server.keepAliveTimeout = 10_000;
server.maxConnections = 2000;
forgetWhatWasRead(server);
server.on("error", (error: NodeJS.ErrnoException) => fail(explain(error)));
server.listen(config.port, config.host, async () => {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  const origin =
    config.publicOrigin ?? `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
  const setup = await office.setupPath();
  if (setup) say(`No office exists yet. Set it up here, once: ${config.deskOrigin ?? origin}${setup}`);
  say(`Ombra ready on ${origin}`);
});

for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop());

function stop() {
  const lastWord = setTimeout(() => process.exit(0), 8000);
  lastWord.unref();
  server.close(async () => {
    await office.close();
    process.exit(0);
  });
  // A connection that becomes idle later must not hold the stop either.
  setInterval(() => server.closeIdleConnections(), 100).unref();
}

async function productionBuild(): Promise<ServerBuild> {
  const folder = join(config.root, "build");
  const forever = { immutable: true, maxAge: 31_536_000, brotli: true, gzip: true, etag: false };
  app.use("/assets", sirv(join(folder, "client", "assets"), forever));
  app.use("/reporter", sirv(join(folder, "reporter"), forever));
  return import(/* @vite-ignore */ pathToFileURL(join(folder, "server", "index.js")).href);
}

async function developmentBuild(): Promise<ServerBuild> {
  const { createServer: createVite } = await import("vite");
  const vite = await createVite({ server: { middlewareMode: true } });
  app.use(vite.middlewares);
  app.use("/reporter", sirv(join(config.root, "build", "reporter"), { dev: true, etag: false }));
  return (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild;
}

function requireConfig(): Config {
  try {
    return readConfig();
  } catch (error) {
    return fail((error as Error).message);
  }
}

function explain(error: unknown): string {
  const { code, message, name } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") {
    return `Port ${config.port} on ${config.host} is in use by another program. Nothing was started. Stop that program, or choose another with PORT=3001 npm start.`;
  }
  if (code === "EACCES" || code === "EADDRNOTAVAIL") {
    return `Ombra cannot listen on ${config.host}:${config.port} (${code}). Choose another with HOST and PORT.`;
  }
  if (name === "NewerDatabaseError" || name === "StartError") return message;
  log.error({ err: error }, "start failed");
  return `Ombra could not start: ${message}`;
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
