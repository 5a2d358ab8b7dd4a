import { defineConfig } from "vitest/config";
import { aliases } from "./vite.aliases";

export default defineConfig({
  resolve: { alias: aliases },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Two cores: what starts servers and browsers runs one file after another.
    fileParallelism: false,
    pool: "forks",
  },
});
