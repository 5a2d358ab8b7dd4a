import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, createServer, transformWithEsbuild } from "vite";

const CONFIG = { configFile: "vite.offline.config.ts", logLevel: "error" };
const STYLES = ["base", "public", "offline"];

/** The page without an office in it, as it lies in the build. */
export const OFFLINE_TEMPLATE = join("build", "offline", "ombra-offline.html");

/** Builds the page that is opened from disk: one file, with nothing in it of the place or the time where it was built. */
export async function buildOfflinePage() {
  const { output } = await build(CONFIG);
  // In strings and patterns, where alone these can stand, the first sign can be written as its number.
  const code = output.find(({ type }) => type === "chunk").code.replace(/<(?=\/(script|style)|!--)/gi, "\\x3c");
  const script = inlined(code);
  // The frame is drawn by the same components as the pages of the server.
  const server = await createServer({
    ...CONFIG,
    appType: "custom",
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false },
  });
  try {
    const styles = STYLES.map((name) => server.ssrLoadModule(`/app/styles/${name}.css?inline`));
    const css = (await Promise.all(styles)).map((one) => one.default).join("\n");
    const { code: least } = await transformWithEsbuild(css, "offline.css", { minify: true, legalComments: "none" });
    const style = inlined(least);
    const { renderOfflinePage } = await server.ssrLoadModule("/app/components/public/offline-shell.tsx");
    mkdirSync(join("build", "offline"), { recursive: true });
    writeFileSync(OFFLINE_TEMPLATE, renderOfflinePage({ script, style }));
  } finally {
    await server.close();
  }
}

function inlined(text) {
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error("A part of the offline page would end its own element.");
  return { text, sha256: createHash("sha256").update(text).digest("base64") };
}
