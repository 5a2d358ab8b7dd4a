import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The lines of every shell block on a page, without indentation. */
function commandsOf(page: string): string[] {
  const blocks = [...readFileSync(page, "utf8").matchAll(/^```sh\n([\s\S]*?)^```$/gm)];
  return blocks.flatMap(([, block = ""]) => linesOf(block));
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** What a reader fills in, or sees instead of a program's way of stopping. */
const OWN_WORDS = [/^\w+=/, /^umask /, /^mkdir -p /, /echo "Stop: /, /^gpg --status-file reply-00/, /^mkdir gnupg/];

test.each([
  ["docs/api.md", "test/interop/report-with-gpg-and-curl.sh"],
  ["docs/open-with-gpg.md", "test/interop/open-with-gpg.sh"],
])("every command on %s is one that the tested program runs", (page, program) => {
  const tested = linesOf(readFileSync(program, "utf8"));
  const others = commandsOf(page).filter((line) => !tested.includes(line) && !OWN_WORDS.some((own) => own.test(line)));
  expect(others).toEqual([]);
  expect(commandsOf(page).length).toBeGreaterThan(20);
});

test.each(["docs/api.md"])("every address on %s that begins with /api is in the OpenAPI page", (page) => {
  const { paths } = JSON.parse(readFileSync("docs/openapi.json", "utf8")) as { paths: Record<string, unknown> };
  const named = [...readFileSync(page, "utf8").matchAll(/\b(?:GET|POST|PUT) (\/api\/v1\/[\w/{}-]+)/g)].map(
    ([, path]) => path,
  );
  expect([...new Set(named)].sort()).toEqual(Object.keys(paths).sort());
});
