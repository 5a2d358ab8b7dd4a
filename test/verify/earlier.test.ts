import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { CaseExport } from "../../verify/case-export";
import { writeReport } from "../../verify/report";
import { verifyExport } from "../../verify/verify-export";
import { runProgram } from "../interop/support/shell";
import { copyOf, placeOf } from "./support";

/**
 * Exports as earlier programs wrote them: a case that began on version 2 of the procedure (written at 2994060, before lines of the
 * directory could end), and the same case after the office had gone over to version 3 and two more acts were taken.
 */
const read = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "earlier", `${name}.export`), "utf8")) as CaseExport;
const begun = read("begun-on-version-2");
const moved = read("gone-over-to-version-3");

const folder = mkdtempSync(join(tmpdir(), "ombra-earlier-"));
afterAll(() => rmSync(folder, { recursive: true }));

const judge = (file: CaseExport) => verifyExport(new TextEncoder().encode(JSON.stringify(file)));

/** What the second verifier says last. */
function secondSaid(file: CaseExport): string | undefined {
  const path = join(folder, "case.json");
  writeFileSync(path, JSON.stringify(file));
  const env = { PYTHONDONTWRITEBYTECODE: "1" };
  const { stdout } = runProgram("python3", ["test/interop/verify-chain.py", path], { cwd: process.cwd(), env });
  return stdout.trim().split("\n").at(-1);
}

test("an export from before lines could end is as sound for both verifiers as on its first day", async () => {
  expect(begun.directory.every((line) => !("end" in line))).toBe(true);
  expect(begun.machine).toBe(2);
  expect(await judge(begun)).toMatchObject({ verdict: "sound" });
  expect(secondSaid(begun)).toBe("sound");
});

test("a case that began on version 2 is taken again by the rules of that version, and from where it went over by those of today", async () => {
  const report = await judge(moved);
  expect(report.verdict).toBe("sound");
  expect(writeReport(report)).toContain(
    `every act is one that version 2 allows, from act ${begun.acts.length} on version 3`,
  );
  expect(secondSaid(moved)).toBe("sound");
});

test("the two versions are not taken for each other: what only version 2 allowed is refused by today's", async () => {
  expect(await judge({ ...copyOf(begun), machine: 3 })).toMatchObject({ verdict: "broken" });
});

test("what does not hold is found in an old export as in a new one", async () => {
  const bends: ((file: CaseExport) => unknown)[] = [
    ({ acts }) => acts.splice(placeOf(moved, "urgent.ratify"), 1),
    ({ final }) => Object.assign(final, { snapshotDigest: "ab".repeat(32) }),
  ];
  for (const bend of bends) {
    const file = copyOf(moved);
    bend(file);
    expect(await judge(file)).toMatchObject({ verdict: "broken" });
  }
});
