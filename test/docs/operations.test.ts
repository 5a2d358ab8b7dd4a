import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const page = readFileSync("docs/operations.md", "utf8");

/** The environment variables that the running office reads. */
function variablesRead(): string[] {
  const files = readdirSync("app", { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes("generated"))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
  const named = files.flatMap((text) => [
    ...text.matchAll(/\benv\.([A-Z][A-Z_]+)|(?:origin|wholeNumber)\(env, "([A-Z_]+)"/g),
  ]);
  return [...new Set(named.map(([, first, second]) => first ?? second ?? ""))].sort();
}

test("every setting is on the page, and the page names no other", () => {
  const onPage = [...page.matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map(([, name = ""]) => name);
  expect(onPage.sort()).toEqual(variablesRead());
});

test("every dependency has its reason in the decision about the stack, and the decision names no other", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, object>;
  const decision = readFileSync("docs/decisions/0001-stack-and-libraries.md", "utf8");
  const named = [...decision.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
});

test("no link on a page of the documentation leads nowhere", () => {
  const pages = readdirSync("docs", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  for (const name of [...pages.map((one) => join("docs", one)), "README.md"]) {
    const links = [...readFileSync(name, "utf8").matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = ""]) => link);
    for (const link of links.filter((one) => !one.endsWith(".png"))) {
      expect(() => readFileSync(join(name, "..", link)), `${name}: ${link}`).not.toThrow(/ENOENT/);
    }
  }
});
