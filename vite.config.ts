import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixOptions from "./remix.config.js";
import { aliases, browserOpenpgp } from "./vite.aliases";

/** The browser's half of the build takes OpenPGP.js's small build; the server's half takes the package as it is. */
const smallOpenpgp: Plugin = {
  name: "ombra:small-openpgp",
  enforce: "pre",
  resolveId: (id, _importer, options) => (id === "openpgp" && !options.ssr ? browserOpenpgp.replacement : null),
};

export default defineConfig({
  plugins: [smallOpenpgp, remix(remixOptions)],
  resolve: { alias: aliases },
  build: { target: "es2022", sourcemap: false, assetsInlineLimit: 0 },
});
