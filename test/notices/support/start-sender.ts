import { runnerImport } from "vite";
import { aliases } from "../../../vite.aliases";

// The catalogues of words are found by Vite, so what sends runs in its module runner, as in the build.
await runnerImport("./test/notices/support/send-once.ts", { configFile: false, resolve: { alias: aliases } });
