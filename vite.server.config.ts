import { builtinModules } from "node:module";
import { defineConfig } from "vite";
import { aliases } from "./vite.aliases";

/** The process that carries everything: it listens, sets headers, and hands requests to the Remix build beside it. */
export default defineConfig({
  publicDir: false,
  resolve: { alias: aliases },
  ssr: { external: true },
  build: {
    ssr: "app/platform/main.ts",
    outDir: "build/process",
    target: "node24",
    rollupOptions: { external: [...builtinModules, /^node:/], output: { entryFileNames: "main.js" } },
  },
});
