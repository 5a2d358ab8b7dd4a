import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const FOLDER = join(process.cwd(), "app/reporter");
const FILES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const codeOf = (name: string) =>
  readFileSync(join(FOLDER, name), "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|\s)\/\/.*$/gm, "");

const filesWith = (pattern: RegExp) => FILES.filter((name) => pattern.test(codeOf(name)));

test("text becomes text nodes, never markup", () => {
  expect(
    filesWith(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment/),
  ).toEqual([]);
});

test("nothing is stored in the browser, and no step makes a history entry", () => {
  expect(filesWith(/localStorage|sessionStorage|indexedDB|document\.cookie|caches\.|pushState|replaceState/)).toEqual(
    [],
  );
});

test("no control bears a name, and there is no form that a browser could post", () => {
  expect(filesWith(/el\(\s*"form"|setAttribute\("name"|\.name = "/)).toEqual([]);
  const drawn = FILES.flatMap(
    (name) => codeOf(name).match(/el\(\s*(?:"(?:input|textarea|select|button)"|field\.long)[^{]*\{[^}]*\}/g) ?? [],
  );
  expect(drawn.length).toBeGreaterThan(4);
  expect(drawn.filter((text) => /[{,]\s*name[:,}]/.test(text))).toEqual([]);
});

test("words go nowhere but into seals: one file speaks to the network, and the thread that sends what it has sealed", () => {
  const speaking = ["api.ts", "send/parts/part-worker.ts"];
  expect(filesWith(/\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource/)).toEqual(speaking);
  const sending = /\bfetch\(.*/.exec(codeOf("send/parts/part-worker.ts"))?.[0];
  expect(sending).toContain("body: work.sealed");
});

test("the slow hash of the desk is out of the reporter's reach", () => {
  expect(filesWith(/~crypto"|~crypto\/(index|lock|passphrase)|hash-wasm|argon2/)).toEqual([]);
});
