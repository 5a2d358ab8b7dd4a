import { defineConfig } from "vite";
import { aliases } from "./vite.aliases";

/**
 * The small script of public pages without a form. It is built apart from the reporter's module, so that neither waits for
 * a file that only the other needs.
 */
export default defineConfig({
  base: "/reporter/",
  publicDir: false,
  resolve: { alias: aliases },
  build: {
    outDir: "build/reporter",
    emptyOutDir: false,
    target: "es2022",
    manifest: "leave.json",
    modulePreload: { polyfill: false },
    rollupOptions: { input: { leave: "app/reporter/leave-page.ts" } },
  },
});
