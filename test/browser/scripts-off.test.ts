import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SeedOffice } from "../../prisma/seed/people";
import { foundTestOffice, named } from "../support/office";
import { startServer, type TestServer } from "../support/server";
import { launch, openPage } from "./support/browsers";
import { vocabulary } from "./support/vocabulary";
import { tapWire, type Wire } from "./support/wire";

const say = vocabulary("en");
const CODE = /\b(?:[0-9A-Z]{5}-){5}[0-9A-Z]\b/;
const PLAIN = "the heliotrope crates went to the ministry";
let server: TestServer;
let wire: Wire;
let office: SeedOffice;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  mkdirSync("artefacts/screens", { recursive: true });
  server = await startServer();
  office = await foundTestOffice(server);
  wire = await tapWire(server.base);
  browser = await launch("firefox", { scripts: false });
  page = (await openPage(browser, wire.base)).page;
});
afterAll(async () => {
  await browser?.close();
  await wire?.close();
  await server?.stop();
});

/** Without scripts nothing can be injected; what the page holds is read, and everything else is done by key. */
const text = () => page.evaluate(() => document.body.innerText.replace(/\s+/g, " "));
const controls = () =>
  page.evaluate(() => [...document.querySelectorAll("input, textarea, select")].map((one) => one.tagName));
const typeInto = async (selector: string, words: string) => {
  await page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.focus(), selector);
  await page.keyboard.type(words);
};
const pasteInto = (selector: string, words: string) =>
  page.evaluate(
    (wanted, value) => {
      const field = document.querySelector<HTMLInputElement>(wanted);
      // A browser turns line ends into spaces when something is pasted into one line.
      if (field) field.value = value.replace(/\s*\n\s*/g, " ");
      field?.focus();
    },
    selector,
    words,
  );
const enter = () => page.keyboard.press("Enter");
/** What the page says once it matches; whatever it says after ten seconds otherwise. */
const textMatching = async (wanted: RegExp) => {
  const until = Date.now() + 10_000;
  for (;;) {
    const said = await text().catch(() => "");
    if (wanted.test(said) || Date.now() > until) return said;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

test("with scripts off the report and the mailbox offer no box at all, and say what to do instead", async () => {
  for (const path of ["/report", "/mailbox"]) {
    await page.goto(wire.base + path);
    expect(await controls()).toEqual([]);
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll("main a")]
          .map((link) => link.getAttribute("href") ?? "")
          .some((href) => href.includes("/armored")),
      ),
    ).toBe(true);
    await page.screenshot({ path: `artefacts/screens/scripts-off${path.replace("/", "-")}.png`, fullPage: true });
  }
});

test("with scripts off plain words typed into the box for armor are not sent: the browser refuses them", async () => {
  await page.goto(`${wire.base}/report/armored`);
  await typeInto("input[name=message]", PLAIN);
  await enter();
  // Time enough for a request to leave, if one would.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(page.url()).toBe(`${wire.base}/report/armored`);
  expect(wire.received().includes(Buffer.from("heliotrope"))).toBe(false);
  expect(wire.received().includes(Buffer.from("POST /report/armored"))).toBe(false);
});

test("with scripts off an armored message made with gpg arrives, and its answer can be fetched with the code", async () => {
  await page.goto(`${wire.base}/report/armored`);
  await pasteInto("input[name=message]", armor(PLAIN, ["tara", "tom"]));
  await enter();
  const said = await textMatching(CODE);
  const code = CODE.exec(said)?.[0] ?? "";
  expect(code).not.toBe("");
  expect(said).toMatch(/\b[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{2}\b/);
  await page.screenshot({ path: "artefacts/screens/scripts-off-arrived.png", fullPage: true });
  const queue = await named(office, "tara").client.call<{ rows: { channel: string }[] }>("GET", "/api/v1/cases");
  expect(queue.rows).toMatchObject([{ channel: "armored" }]);

  await page.goto(`${wire.base}/mailbox/armored`);
  await typeInto("input[name=code]", code);
  await enter();
  const received = say("public", "state.received");
  expect(await textMatching(new RegExp(received))).toContain(received);
  expect(wire.received().includes(Buffer.from(PLAIN))).toBe(false);
});

test("a message to one person only is refused in plain words and not stored", async () => {
  await page.goto(`${wire.base}/report/armored`);
  await pasteInto("input[name=message]", armor(PLAIN, ["tara"]));
  await enter();
  expect(await textMatching(/fewer than two/)).toContain("fewer than two");
  const queue = await named(office, "tara").client.call<{ rows: unknown[] }>("GET", "/api/v1/cases");
  expect(queue.rows).toHaveLength(1);
});

/** Encrypts with the real gpg to colleagues of the office. */
function armor(words: string, names: string[]): string {
  const home = mkdtempSync(join(tmpdir(), "ombra-gpg-"));
  const gpg = (args: string[], input: string) => {
    const done = spawnSync("gpg", ["--homedir", home, "--batch", "--trust-model", "always", ...args], {
      input,
      encoding: "utf8",
    });
    if (done.status !== 0) throw new Error(done.stderr);
    return done.stdout;
  };
  const people = names.map((name) => named(office, name));
  for (const person of people) gpg(["--import"], person.keys.publicKey);
  writeFileSync(join(home, "words"), words);
  return gpg(
    [
      "--armor",
      "--no-encrypt-to",
      ...people.flatMap((person) => ["--recipient", person.keys.fingerprint]),
      "--encrypt",
    ],
    words,
  );
}
