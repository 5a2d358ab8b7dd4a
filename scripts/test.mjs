import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { build, install, NODE, ROOT } from "./prepare.mjs";
import { requireSystemPackages } from "./system-packages.mjs";

/** `npm test`: habits, types and every test, browsers included. Arguments name the tests to run: `npm test -- test/crypto`. */
try {
  await install();
  requireSystemPackages();
  await build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const only = process.argv.slice(2);
const steps =
  only.length > 0
    ? []
    : [
        ["habits", ["node_modules/@biomejs/biome/bin/biome", "check", "."]],
        ["types", ["node_modules/typescript/bin/tsc", "--noEmit"]],
      ];
const tally = { passed: 0, failed: 0, skipped: 0 };
for (const [name, args] of steps) {
  console.info(`Checking ${name} …`);
  const { status } = spawnSync(NODE, args, { cwd: ROOT, stdio: "inherit" });
  tally[status === 0 ? "passed" : "failed"] += 1;
}

mkdirSync("artefacts", { recursive: true });
const report = "artefacts/tests.json";
const vitest = [
  "node_modules/vitest/vitest.mjs",
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...only,
];
const { status } = spawnSync(NODE, vitest, {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "test", OMBRA_ROOT: ROOT },
});
try {
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  tally.passed += numPassedTests;
  tally.failed += numFailedTests || (numFailedTestSuites > 0 ? numFailedTestSuites : 0);
  tally.skipped += numPendingTests;
} catch {
  tally.failed += 1;
}
if (status !== 0 && tally.failed === 0) tally.failed = 1;
console.info(`${tally.passed} passed, ${tally.failed} failed${tally.skipped ? `, ${tally.skipped} skipped` : ""}`);
process.exit(tally.failed === 0 ? 0 : 1);
