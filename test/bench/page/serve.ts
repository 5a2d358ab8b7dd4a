import { createServer } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { build } from "vite";
import { aliases, browserOpenpgp } from "../../../vite.aliases";

/** Builds the bench's page from the same sources, in the same way, as the reporter's module, and serves it. */
export async function servePage(): Promise<{ url: string; stop(): void }> {
  const outDir = join(process.cwd(), "build", "bench");
  const resolve = { alias: [...aliases, browserOpenpgp] };
  await build({
    configFile: false,
    root: join(process.cwd(), "test", "bench", "page"),
    logLevel: "error",
    resolve,
    worker: { format: "es" },
    build: { outDir, emptyOutDir: true, target: "es2022", modulePreload: { polyfill: false } },
  });
  const files = sirv(outDir, { etag: false });
  const server = createServer((request, response) => files(request, response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return { url: `http://127.0.0.1:${port}/`, stop: () => void server.close() };
}
