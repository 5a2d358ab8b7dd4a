import { existsSync } from "node:fs";
import puppeteer, { type Browser, type CDPSession, type Page } from "puppeteer-core";

const CHROMIUM = "/usr/bin/chromium";
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];

/** Starts a real Chromium, or throws with the package that brings it. */
export function launchChromium(flags: string[] = []): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error("Chromium is not installed: apt-get install chromium");
  return puppeteer.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...flags], protocolTimeout: 300_000 });
}

/** A page with nothing in its cache, and the wire to look at. */
export async function openCold(browser: Browser): Promise<{ page: Page; wire: CDPSession }> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const wire = await page.createCDPSession();
  await wire.send("Network.enable");
  return { page, wire };
}

/** Counts what comes over the wire from now on: bytes with their headers, and requests that left the browser. */
export function countWire(wire: CDPSession): { requests: Map<string, { url: string; bytes: number }> } {
  const requests = new Map<string, { url: string; bytes: number }>();
  wire.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (/^https?:/.test(request.url)) requests.set(requestId, { url: request.url, bytes: 0 });
  });
  wire.on("Network.requestServedFromCache", ({ requestId }) => requests.delete(requestId));
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const found = requests.get(requestId);
    if (found) found.bytes = encodedDataLength;
  });
  return { requests };
}
