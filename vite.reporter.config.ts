import { defineConfig } from "vite";
import { aliases, browserOpenpgp } from "./vite.aliases";

/** The one static module of the reporter's pages: no framework, the same file for everybody. */
export default defineConfig({
  base: "/reporter/",
  publicDir: false,
  resolve: { alias: [...aliases, browserOpenpgp] },
  worker: { format: "es" },
  build: {
    outDir: "build/reporter",
    emptyOutDir: true,
    target: "es2022",
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    rollupOptions: { input: { main: "app/reporter/main.ts" } },
  },
});
