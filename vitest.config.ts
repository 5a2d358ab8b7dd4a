import { defineConfig } from "vitest/config";
import { aliases } from "./vite.aliases";

export default defineConfig({
  resolve: { alias: aliases },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    testTimeout: 90_000,
    hookTimeout: 180_000,
    // A file for each of two cores: every one has servers, browsers and data of its own.
    maxWorkers: 2,
    pool: "forks",
  },
});
