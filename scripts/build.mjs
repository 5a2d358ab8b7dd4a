import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "vite";
import { buildOfflinePage } from "./offline-page.mjs";

// Five parts: the reporter's static module, the page to open from disk, the desk's pages for the browser, the pages for the server, the process itself.
process.env.NODE_ENV = "production";
const say = (line) => console.info(line);
rmSync("build", { recursive: true, force: true });

say("Building the reporter's module …");
await build({ configFile: "vite.reporter.config.ts", logLevel: "error" });
await build({ configFile: "vite.leave.config.ts", logLevel: "error" });
say("Building the offline page …");
await buildOfflinePage();
say("Building the desk …");
await build({ logLevel: "error" });
// The server half is one program: a module that is loaded late in browsers is simply part of it.
await build({ logLevel: "error", build: { ssr: true } });
await build({ configFile: "vite.server.config.ts", logLevel: "error" });

say("Compressing …");
for (const folder of ["build/client", "build/reporter"]) compress(folder);

/** Files are compressed once, as small as they get, and served as they lie. */
function compress(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(js|css|svg|json|html|wasm)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
