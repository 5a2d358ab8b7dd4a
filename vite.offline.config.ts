import { defineConfig, type Plugin } from "vite";
import { aliases, browserOpenpgp } from "./vite.aliases";

/** What OpenPGP.js loads late, to read what this page never reads: old ciphers, passphrases, packed messages. */
const NEVER_LOADED = /\/(legacy_ciphers|argon2id|unbzip2-stream)\.min\.mjs$/;

/** In one file everything counts, also what would be fetched late or never. */
const leaveOut: Plugin = {
  name: "ombra:leave-out",
  enforce: "pre",
  load: (id) => {
    if (NEVER_LOADED.test(id)) return "export {};";
    // What is sent is sealed in a thread; here nothing is sent.
    return /\/parts\/thread\.ts$/.test(id) ? "export const Thread = null;" : null;
  },
};

/** The script of the page that is opened from disk: one piece, because nothing can be fetched there. */
export default defineConfig({
  publicDir: false,
  plugins: [leaveOut],
  resolve: { alias: [...aliases, browserOpenpgp] },
  build: {
    write: false,
    target: "es2022",
    modulePreload: false,
    rollupOptions: {
      input: { offline: "app/reporter/offline/main.ts" },
      output: { inlineDynamicImports: true },
    },
  },
});
