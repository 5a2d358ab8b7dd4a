import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canonicalJson } from "~crypto/canonical";
import type { CaseExport } from "../../verify/case-export";
import { makeFolder, runProgram } from "../interop/support/shell";
import { copyOf, type PlayedCase, playCase } from "./support";

const folder = makeFolder("ombra-v-");
let played: PlayedCase;

beforeAll(async () => {
  played = await playCase();
  write("sound.json", canonicalJson(played.exported as never));
});
afterAll(async () => {
  await played?.stop();
  folder.remove();
});

const write = (name: string, text: string) => writeFileSync(join(folder.path, name), text);

/** Runs `npm run verify -- …` as npm does, from the folder with the files. */
function verify(...args: string[]) {
  const script = join(process.cwd(), "scripts/verify.mjs");
  return runProgram(process.execPath, [script, ...args], { env: { INIT_CWD: folder.path } });
}

function bent(change: (file: CaseExport) => void): string {
  const file = copyOf(played.exported);
  change(file);
  return canonicalJson(file as never);
}

test("says a line for each check and ends with 0 for a sound case, from wherever the reader stands", () => {
  const { status, stdout } = verify("sound.json", "--office-key", played.office.keys.fingerprint.toUpperCase());
  expect(stdout).toMatch(/\nsound\n$/);
  expect(status).toBe(0);
  for (const check of ["form", "office key", "directory", "chain", "signatures", "items", "two persons", "procedure"])
    expect(stdout).toMatch(new RegExp(`^ok +${check}: `, "m"));
});

test("says what it took on trust, the office key among it where the reader named none", () => {
  const { stdout } = verify("sound.json");
  expect(stdout).toMatch(/^on trust +the office key: compare [0-9a-f]{40} with the one in print/m);
});

test("names act, event, day and reason and ends with 1 for a broken one", () => {
  write(
    "broken.json",
    bent(({ acts }) => acts.splice(2, 1)),
  );
  const { status, stdout } = verify("broken.json");
  expect(stdout).toMatch(/\nbroken: act 2 \(triage\.setTier, \d{4}-\d\d-\d\d\): it is not here/);
  expect(status).toBe(1);
});

test("ends with 2 where nothing can be told: no file, a later form, a procedure that it does not have, no sense", () => {
  write("later.json", canonicalJson({ ...played.exported, v: "ombra-case-export/2" } as never));
  write(
    "version.json",
    bent((file) => Object.assign(file, { machine: 999 })),
  );
  expect(verify("nowhere.json")).toMatchObject({ status: 2 });
  expect(verify("later.json").stdout).toMatch(/^cannot tell: the file has the form ombra-case-export\/2/);
  expect(verify("version.json").stdout).toMatch(/\ncannot tell: the case ran on version 999 of the procedure/);
  expect(verify("version.json").status).toBe(2);
  expect(verify()).toMatchObject({ status: 2, stdout: expect.stringContaining("npm run verify -- FILE") });
  expect(verify("sound.json", "--office-key", "abc").status).toBe(2);
});

test("words that a file brings along cannot pretend to be a line of the verdict", () => {
  write(
    "words.json",
    bent(({ directory: [line] }) => line && Object.assign(line, { entry: '"x"' })),
  );
  write(
    "spoof.json",
    bent((file) => Object.assign(file.final.value, { procedure: "x\nsound\u001b[2K" })),
  );
  expect(verify("words.json").status).toBe(1);
  expect(verify("spoof.json").stdout.split("\n")).not.toContain("sound");
});
