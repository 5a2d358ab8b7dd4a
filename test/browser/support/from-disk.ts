import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer-core";
import { type BrowserName, openPage } from "./browsers";
import { Hand } from "./hand";
import { runClock } from "./stage";

const PATIENCE_MS = 20_000;

/** A computer without a network: a folder with the page in it, and where its browser puts downloads. */
export const newFolder = () => mkdtempSync(join(tmpdir(), "ombra-disk-"));

/** Settings of a Firefox that reaches no network, keeps nothing, and runs neither WebAssembly nor compiled scripts. */
export const hardened = (downloads: string) => ({
  "browser.download.folderList": 2,
  "browser.download.dir": downloads,
  "browser.download.useDownloadDir": true,
  "browser.download.alwaysOpenPanel": false,
  "network.dns.disabled": true,
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": 9,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": 9,
  "dom.storage.enabled": false,
  "dom.indexedDB.enabled": false,
  "network.cookie.cookieBehavior": 2,
  "javascript.options.wasm": false,
  "javascript.options.ion": false,
  "javascript.options.baselinejit": false,
});

type Opened = { hand: Hand; faults: string[]; readSaved: (name: string) => Promise<string> };

/** Saves the office's page into a folder, and opens it from there on a computer whose clock is so many days off. */
export async function openFromDisk(
  browser: Browser,
  { name, base, folder, clockDays }: { name: BrowserName; base: string; folder: string; clockDays: number },
): Promise<Opened> {
  const file = join(folder, "ombra-offline.html");
  writeFileSync(file, await (await fetch(`${base}/ombra-offline.html`)).text());
  const { page, faults } = await openPage(browser, "file://");
  if (name === "chromium") {
    await page.setOfflineMode(true);
    const session = await page.createCDPSession();
    await session.send("Page.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  }
  await page.evaluateOnNewDocument(runClock, clockDays * 86_400_000);
  await page.goto(pathToFileURL(file).href);
  const readSaved = async (saved: string) => {
    const path = join(folder, saved);
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
      const text = existsSync(path) ? readFileSync(path, "utf8") : "";
      if (text.trimEnd().endsWith("-----")) return text;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The browser did not save ${saved}.`);
  };
  return { hand: new Hand(page), faults, readSaved };
}
