import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, ElementHandle, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COVER_MS, DROP_MS } from "~/reporter/cover";
import { foundTestOffice, named } from "../support/office";
import { startServer, type TestServer } from "../support/server";
import { type BrowserName, launch, openPage } from "./support/browsers";
import { Hand } from "./support/hand";
import { Stage } from "./support/stage";
import { vocabulary } from "./support/vocabulary";

const PAGES = [
  ...["/", "/guidance", "/guidance/ask", "/report", "/report/armored", "/mailbox", "/mailbox/armored"],
  ...["/keys", "/procedure", "/statistics", "/no/such/page"],
];
const NEUTRAL = "Notes";
const say = vocabulary("en");
let server: TestServer;
const browsers = new Map<string, Browser>();

beforeAll(async () => {
  server = await startServer();
  const office = await foundTestOffice(server);
  await named(office, "ada").client.call("POST", "/api/v1/office/front", {
    pageTitle: NEUTRAL,
    pageIcon: "plain",
    exitAddress: "https://elsewhere.example/",
    emergencyText: "The night line, +49 30 123456, day and night",
    emergencyLink: "tel:+4930123456",
    secretsText: "",
  });
  browsers.set("chromium", await launch("chromium"));
  browsers.set("firefox", await launch("firefox"));
  browsers.set("no scripts", await launch("firefox", { scripts: false }));
});
afterAll(async () => {
  for (const browser of browsers.values()) await browser.close();
  await server?.stop();
});

const browserOf = (name: string) => browsers.get(name) as Browser;
const openAt = async (name: BrowserName, path: string): Promise<Page> => {
  const { page } = await openPage(browserOf(name), server.base);
  await page.goto(server.base + path);
  return page;
};
const storage = (page: Page) =>
  page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(globalThis.caches ? await caches.keys() : []),
    ...(document.cookie ? [document.cookie] : []),
  ]);

test("every page bears the title and the icon that the office chose, and leads out at the same place", async () => {
  const page = await openAt("chromium", "/");
  const places = new Set<string>();
  for (const path of PAGES) {
    await page.goto(server.base + path);
    expect(await page.title(), path).toBe(NEUTRAL);
    const icon = await page.$eval("link[rel=icon]", (link) => link.getAttribute("href"));
    expect(icon, path).toMatch(/plain|^data:image\/svg/);
    const leave = await page.$eval("a[data-leave]", (link) => {
      const { top, right, height } = link.getBoundingClientRect();
      return `${Math.round(top)} ${Math.round(innerWidth - right)} ${height >= 44}`;
    });
    places.add(leave);
  }
  expect([...places]).toHaveLength(1);
  expect([...places][0]).toContain("true");
});

test.each(["chromium", "firefox"] as const)(
  "a chosen file that is not sealed stays in the browser, and a sealed one goes under a name that says nothing (%s)",
  async (name) => {
    const folder = mkdtempSync(join(tmpdir(), "ombra-choice-"));
    const choose = async (text: string) => {
      const file = join(folder, "okapi-register.asc");
      writeFileSync(file, text);
      await ((await page.$("input[type=file]")) as ElementHandle<HTMLInputElement>).uploadFile(file);
    };
    const chosen = () =>
      page.$eval("input[type=file]", async (input) => {
        const [file] = (input as HTMLInputElement).files ?? [];
        return file ? [file.name, await file.text()] : null;
      });
    const page = await openAt(name, "/report/armored");
    await choose("The okapi register, as it is.");
    await page.waitForSelector(".note[role=alert]:not([hidden])");
    expect(await page.$eval("main", (main) => main.innerText)).toContain(say("armored", "upload.plain"));
    expect(await chosen()).toBe(null);
    const sealed = "\n-----BEGIN PGP MESSAGE-----\n\nhQ==\n-----END PGP MESSAGE-----\n";
    await choose(sealed);
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>("[type=file]")?.files?.[0]?.name === "sealed.asc",
    );
    expect(await chosen()).toEqual(["sealed.asc", sealed]);
    expect(await page.$eval("main form", (form) => (form as HTMLFormElement).checkValidity())).toBe(true);
    expect(await page.$$(".note[role=alert]:not([hidden])")).toEqual([]);
  },
);

test("leaving answers with the office's page, clears what the browser kept, and says not where somebody came from", async () => {
  const response = await fetch(`${server.base}/leave`, { redirect: "manual" });
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe("https://elsewhere.example/");
  expect(response.headers.get("clear-site-data")).toBe('"cache", "cookies", "storage"');
  expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  expect(response.headers.get("cache-control")).toBe("no-store");
});

/** Leaves the page, and says where it went and what that page is told of where it came from; nothing outside is asked. */
async function leave(page: Page, how: () => Promise<unknown>): Promise<{ url: string; referrer: string }> {
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    if (request.url().startsWith(server.base)) return void request.continue();
    void request.respond({ status: 200, contentType: "text/html", body: "<title>Weather</title>" });
  });
  await how();
  await page.waitForFunction(() => document.title === "Weather");
  return page.evaluate(() => ({ url: location.href, referrer: document.referrer }));
}

test.each([
  ["/", "Escape"],
  ["/guidance", "button"],
  ["/report", "Escape"],
  ["/mailbox", "button"],
] as const)(
  "from %s three times Escape or the button leave at once, and going back does not return there",
  { timeout: 60_000 },
  async (path, way) => {
    const page = await openAt("chromium", "/statistics");
    await page.goto(server.base + path, { waitUntil: "networkidle0" });
    const before = await page.evaluate(() => history.length);
    const gone = await leave(page, async () => {
      if (way === "button") return page.$eval("a[data-leave]", (link) => (link as HTMLElement).click());
      for (let press = 0; press < 3; press++) await page.keyboard.press("Escape");
    });
    expect(gone).toEqual({ url: "https://elsewhere.example/", referrer: "" });
    expect(await page.evaluate(() => history.length)).toBe(before);
    void page.goBack().catch(() => undefined);
    await expect.poll(() => new URL(page.url()).pathname, { timeout: 10_000 }).toBe("/statistics");
    await page.close();
  },
);

test("without scripts the way out is a link like any other", async () => {
  const { page } = await openPage(browserOf("no scripts"), server.base);
  for (const path of ["/", "/report", "/guidance"]) {
    await page.goto(server.base + path);
    expect(await page.$eval("a[data-leave]", (link) => [link.getAttribute("href"), link.getAttribute("rel")])).toEqual([
      "/leave",
      "noreferrer",
    ]);
  }
});

test.each(["chromium", "firefox"] as const)(
  "going through the form makes no history entry and stores nothing, in %s",
  async (name) => {
    const page = await openAt(name, "/report");
    const hand = new Hand(page);
    const before = await page.evaluate(() => history.length);
    await hand.tick(say("reporter", "kind.tip.label"));
    await hand.press(say("reporter", "form.next"));
    await hand.tick(say("reporter", "people.no"));
    await hand.press(say("reporter", "form.next"));
    await hand.press(say("reporter", "form.back"));
    expect(await page.evaluate(() => history.length)).toBe(before);
    expect(page.url()).toBe(`${server.base}/report`);
    expect(await storage(page)).toEqual([]);
    expect(await page.title()).toBe(NEUTRAL);
    await page.close();
  },
);

test("a form that nobody touches is covered, with a warning; what is written comes back with a touch, and is dropped in the end", async () => {
  const stage = new Stage(browserOf("chromium"), "chromium", server.base, "en");
  const minutes = (count: number) => count / 1440;
  await stage.setClock(minutes(1));
  const hand = await stage.enter("/guidance/ask");
  await hand.tick(say("reporter", "people.no"));
  await hand.press(say("questions", "ask.next"));
  await hand.write(say("questions", "ask.label"), "The ochre folder.");
  await hand.page.waitForResponse((response) => /\/cover-/.test(response.url()), { timeout: 20_000 });
  const shown = () => hand.page.evaluate(() => document.querySelector("main")?.checkVisibility() ?? false);
  expect(await shown()).toBe(true);

  await stage.setClock(minutes(2) + COVER_MS / 86_400_000);
  await hand.see(say("traces", "cover.drops", { minutes: DROP_MS / 60_000 }));
  expect(await shown()).toBe(false);
  await stage.check(hand, "cover");
  await stage.keep(hand, "76-cover");
  await hand.press(say("traces", "cover.show"));
  expect(await shown()).toBe(true);
  expect(await hand.page.$eval("textarea", (field) => field.value)).toBe("The ochre folder.");

  await stage.setClock(minutes(4) + (2 * COVER_MS) / 86_400_000);
  await hand.see(say("traces", "cover.title"));
  await stage.setClock(minutes(5) + (2 * COVER_MS + DROP_MS) / 86_400_000);
  await hand.see(say("traces", "cover.dropped"));
  await stage.check(hand, "dropped");
  expect(await hand.page.$$("textarea")).toEqual([]);
  expect(await hand.page.content()).not.toContain("ochre");
  await hand.press(say("traces", "cover.again"));
  await hand.see(say("reporter", "people.title"));
  expect(stage.allFaults()).toEqual([]);
});
