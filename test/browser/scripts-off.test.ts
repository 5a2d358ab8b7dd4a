import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, ElementHandle, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "../../prisma/seed/acts";
import type { SeedOffice } from "../../prisma/seed/people";
import { answerBareReport } from "../interop/support/answer-bare-report";
import { foundTestOffice, named } from "../support/office";
import { startServer, type TestServer } from "../support/server";
import { DESKTOP, launch, openPage, PHONE } from "./support/browsers";
import { vocabulary } from "./support/vocabulary";
import { tapWire, type Wire } from "./support/wire";
import { walk } from "./support/without-scripts";

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
const chooseFile = async (path: string) => {
  const field = (await page.$("input[type=file]")) as ElementHandle<HTMLInputElement> | null;
  await field?.uploadFile(path);
};
const pressLast = async (selector: string) => {
  await page.evaluate((wanted) => [...document.querySelectorAll<HTMLElement>(wanted)].at(-1)?.focus(), selector);
  await page.keyboard.press("Enter");
};
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

const PAGES = [
  "/",
  "/report",
  "/report/armored",
  "/mailbox",
  "/mailbox/armored",
  "/keys",
  "/guidance",
  "/guidance/ask",
];
const MORE_PAGES = ["/procedure", "/statistics"];

test.each(["en", "ar"])(
  "with scripts off every public page that a link leads to can be read on a telephone (%s)",
  {
    timeout: 90_000,
  },
  async (language) => {
    await page.setViewport(PHONE);
    const { paths, faults } = await walk(page, wire.base, language, async (path) => {
      const name = path
        .replace(/\?.*kind=(\w+).*/, "-$1")
        .replace(/\?.*/, "")
        .replaceAll("/", "-");
      await page.screenshot({ path: `artefacts/screens/scripts-off-360-${language}${name}.png`, fullPage: true });
    });
    await page.setViewport(DESKTOP);
    expect(faults).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining([...PAGES, ...MORE_PAGES]));
  },
);

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
  const { armored, gnupg } = armor(PLAIN, ["tara", "tom"], { withReplyKey: true });
  await pasteInto("input[name=message]", armored);
  await enter();
  const said = await textMatching(CODE);
  const code = CODE.exec(said)?.[0] ?? "";
  expect(code).not.toBe("");
  expect(said).toMatch(/\b[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{2}\b/);
  await page.screenshot({ path: "artefacts/screens/scripts-off-arrived.png", fullPage: true });
  const queue = await named(office, "tara").client.call<{ rows: { case: string; channel: string }[] }>(
    "GET",
    "/api/v1/cases",
  );
  expect(queue.rows).toMatchObject([{ channel: "armored" }]);

  await page.goto(`${wire.base}/mailbox/armored`);
  await typeInto("input[name=code]", code);
  await enter();
  const received = say("reporter", "state.received.what");
  expect(await textMatching(new RegExp(received))).toContain(received);
  const blocks = () => page.evaluate(() => [...document.querySelectorAll("pre")].map((one) => one.textContent).join());
  expect(await blocks()).toContain("STATEMENT OF RECEIPT");

  expect(page.url()).toBe(`${wire.base}/mailbox/armored`);
  expect(wire.received().includes(Buffer.from(PLAIN))).toBe(false);

  const sealedFile = join(gnupg, "sealed.asc");
  writeFileSync(sealedFile, armor("a scanned register", ["tara", "tom"]).armored);
  await typeInto("#code-write", code);
  await chooseFile(sealedFile);
  await pressLast("form button[type=submit]");
  const added = say("public", "bareMailbox.added");
  expect(await textMatching(new RegExp(added))).toContain(added);

  const [caseId = ""] = queue.rows.map((row) => row.case);
  const answer = { event: "case.acknowledge", text: "Thank you. We have read it." };
  await perform(office, named(office, "tara"), caseId, { event: "conflict.declareNone" });
  await answerBareReport(office, named(office, "tara"), caseId, answer);
  await page.goto(`${wire.base}/mailbox/armored`);
  await typeInto("input[name=code]", code);
  await enter();
  await textMatching(new RegExp(say("public", "bareMailbox.how")));
  await page.screenshot({ path: "artefacts/screens/scripts-off-mailbox.png", fullPage: true });
  const shown = /-----BEGIN PGP MESSAGE-----[\s\S]+?-----END PGP MESSAGE-----/.exec(await blocks())?.[0] ?? "";
  expect(runGpg(gnupg, ["--decrypt"], shown).trim()).toBe(answer.text);
});

test("with scripts off a plain file that is chosen all the same is refused in words", {
  timeout: 60_000,
}, async () => {
  for (const size of [1, 5_000]) {
    const file = join(mkdtempSync(join(tmpdir(), "ombra-plain-")), "register.asc");
    writeFileSync(file, `${PLAIN}\n`.repeat(size));
    await page.goto(`${server.base}/report/armored`);
    await chooseFile(file);
    await pressLast("form button[type=submit]");
    expect(await textMatching(/It is not sealed/)).toContain("Nothing was stored.");
  }
  await page.screenshot({ path: "artefacts/screens/scripts-off-refused.png", fullPage: true });
});

test("each page without scripts weighs at most 20 kB, with its style", async () => {
  for (const path of ["/report/armored", "/mailbox/armored", "/report/armored?lang=ar", "/keys"]) {
    const headers = { "Accept-Encoding": "br" };
    const answer = await fetch(server.base + path, { headers });
    const html = await answer.text();
    const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = ""]) => href);
    const sizes = await Promise.all(
      [path, ...styles].map(async (one) => {
        const { status, stdout } = spawnSync("curl", ["-sS", "-H", "Accept-Encoding: br", server.base + one], {
          maxBuffer: 1024 * 1024,
        });
        expect(status).toBe(0);
        return stdout.length;
      }),
    );
    expect([path, sizes.reduce((sum, size) => sum + size, 0)]).toSatisfy(([, size]) => (size as number) <= 20_000);
  }
});

test("a message to one person only is refused in plain words and not stored", async () => {
  await page.goto(`${wire.base}/report/armored`);
  await pasteInto("input[name=message]", armor(PLAIN, ["tara"]).armored);
  await enter();
  expect(await textMatching(/fewer than two/)).toContain("fewer than two");
  const queue = await named(office, "tara").client.call<{ rows: unknown[] }>("GET", "/api/v1/cases");
  expect(queue.rows).toHaveLength(1);
});

/** Encrypts with the real gpg to colleagues of the office; with a key for the answers under the words where one is asked for. */
function armor(words: string, names: string[], { withReplyKey = false } = {}): { armored: string; gnupg: string } {
  const gnupg = mkdtempSync(join(tmpdir(), "ombra-gpg-"));
  const people = names.map((name) => named(office, name));
  for (const person of people) runGpg(gnupg, ["--import"], person.keys.publicKey);
  if (withReplyKey)
    runGpg(gnupg, ["--passphrase", "", "--quick-generate-key", "reply", "default", "default", "never"], "");
  const replyKey = withReplyKey ? runGpg(gnupg, ["--armor", "--export", "=reply"], "") : "";
  const recipients = people.flatMap((person) => ["--recipient", person.keys.fingerprint]);
  const armored = runGpg(gnupg, ["--armor", "--no-encrypt-to", ...recipients, "--encrypt"], `${words}\n${replyKey}`);
  return { armored, gnupg };
}

function runGpg(home: string, args: string[], input: string): string {
  const options = ["--homedir", home, "--batch", "--trust-model", "always", ...args];
  const done = spawnSync("gpg", options, { input, encoding: "utf8" });
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout;
}
