// Loads the benches as the tests are loaded: what they run inside a page must come there as it is written, without a helper
// of a compiler that the page does not have.
import { createServer } from "vite";

const vite = await createServer({
  configFile: "vitest.config.ts",
  logLevel: "error",
  appType: "custom",
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false, watch: null },
});
await vite.ssrLoadModule("/test/bench/run.ts");
