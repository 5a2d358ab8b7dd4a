import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { PART_BYTES } from "~crypto/parts";
import { launchChromium, openCold } from "../browser";
import type { PageBench } from "../page/main";
import { servePage } from "../page/serve";
import { type Line, median } from "../table";

declare const bench: PageBench;

const FILE_PARTS = 5;
const SLOW = 6;

/** T5, T8, T9: sealing and unlocking inside a real browser, at full speed and six times slower. */
export async function benchSealing(): Promise<Line[]> {
  const { url, stop } = await servePage();
  try {
    return [...(await benchFull(url)), ...(await benchWithoutWebAssembly(url))];
  } finally {
    stop();
  }
}

/** Opens the bench's page, alone: a throttled page goes on eating time until it is closed. */
async function open(browser: Browser, url: string, slow = 1) {
  for (const context of browser.browserContexts())
    for (const page of await context.pages()) if (page.url() === url) await page.close();
  const { page, wire } = await openCold(browser);
  await page.goto(url);
  await page.waitForFunction(() => "bench" in globalThis);
  await wire.send("Emulation.setCPUThrottlingRate", { rate: slow });
  return page;
}

async function benchFull(url: string): Promise<Line[]> {
  const browser = await launchChromium();
  const ms = { better: "less", unit: "ms", against: "set" } as const;
  const lines: Line[] = [];
  try {
    for (const slow of [1, SLOW]) {
      const page = await open(browser, url, slow);
      const at = slow === 1 ? "" : `, ${slow} times slower`;
      const small = median(await page.evaluate((rounds) => bench.sealSmall(rounds), slow === 1 ? 40 : 15));
      const whole = median(await page.evaluate(() => bench.sealWhole(7)));
      if (slow === 1) lines.push({ target: "T3", text: lateChunks(await loadedScripts(page)) });
      const unlock = median(await page.evaluate((rounds) => bench.unlock(rounds), slow === 1 ? 7 : 3));
      const limits = slow === 1 ? { small: 10, unlock: 250 } : { small: 50, unlock: 1500 };
      lines.push({ ...ms, target: "T5", what: `2 kB to three people${at}`, measured: small, limit: limits.small });
      lines.push({ ...ms, target: "T9", what: `unlocking a staff key${at}`, measured: unlock, limit: limits.unlock });
      lines.push({
        target: "T5",
        text: `A whole report with its keys, wraps and receipt takes ${whole.toFixed(1)} ms${at}.`,
      });
    }
    lines.push(...(await benchFile(await open(browser, url))));
  } finally {
    await browser.close();
  }
  return lines.sort((a, b) => a.target.localeCompare(b.target));
}

async function loadedScripts(page: Page): Promise<string[]> {
  return page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
}

/** What the reporter's page fetches only when it seals: the same chunks, as they lie compressed in its own build. */
function lateChunks(urls: string[]): string {
  const folder = join(process.cwd(), "build", "reporter", "assets");
  const plain = (file: string) => /([\w.]+?)-[\w-]{8}\.js/.exec(file)?.[1] ?? "";
  const names = new Set(urls.map(plain));
  const chunks = readdirSync(folder).filter((file) => file.endsWith(".js.br") && names.has(plain(file)));
  const late = chunks.filter((file) => !/^(main|index)-/.test(file));
  const sizes = late.map((file) => `${plain(file)} ${(statSync(join(folder, file)).size / 1000).toFixed(1)}`);
  return late.length === 0 ? "Sealing loads nothing more." : `Sealing then loads, in kB: ${sizes.join(", ")}.`;
}

async function benchFile(page: Awaited<ReturnType<typeof open>>): Promise<Line[]> {
  const times = await page.evaluate((parts, rounds) => bench.sealFile(parts, rounds), FILE_PARTS, 9);
  const bytes = FILE_PARTS * PART_BYTES;
  const speed = (rounds: readonly number[]) => bytes / 1000 / median(rounds);
  const { sealed, ...raw } = times;
  // Its authenticated mode is the one that promises as much as sealing does.
  const gcm = speed(raw["AES-GCM"]);
  const others = Object.entries(raw).map(([mode, rounds]) => `${mode} ${Math.round(speed(rounds))} MB/s`);
  return [
    {
      target: "T5",
      what: "20 MiB sealed in parts in a Worker",
      measured: speed(sealed),
      limit: gcm * 0.35,
      better: "more",
      unit: "MB/s",
      against: `35 % of WebCrypto's AES-GCM, ${Math.round(gcm)} MB/s`,
    },
    { target: "T5", text: `WebCrypto in the same Worker: ${others.join(", ")}. Sealing also hashes, twice.` },
  ];
}

/** Browsers set to their safest have no just-in-time compiler, and with it no WebAssembly. */
async function benchWithoutWebAssembly(url: string): Promise<Line[]> {
  const browser = await launchChromium(["--js-flags=--jitless"]);
  try {
    const page = await open(browser, url);
    if (await page.evaluate(() => bench.hasWebAssembly())) throw new Error("This Chromium kept its WebAssembly.");
    const times = await page.evaluate(() => bench.sealWhole(3));
    return [
      {
        target: "T8",
        what: "reports sealed without WebAssembly or a compiler",
        measured: times.length,
        limit: 3,
        better: "more",
        unit: "of 3",
        against: "set",
      },
      { target: "T8", text: `One takes ${Math.round(median(times))} ms there: words, secrets, keys, item and wraps.` },
    ];
  } finally {
    await browser.close();
  }
}
