import type { Browser } from "puppeteer-core";
import { countWire, launchChromium, openCold } from "../browser";
import { startBenchOffice } from "../office";
import { type Line, median } from "../table";

/** The reporter can choose the first answer: the module has run, nothing more is loading that the form waits for. */
const USABLE = 'main[data-ombra="report"] input[type="radio"]';
const SLOW_LINE = { offline: false, latency: 600, downloadThroughput: 125_000, uploadThroughput: 125_000 };
const LOADS = 3;

/** T3 and T4: what the form weighs until it can be used, with and without scripts, and how long a slow line takes. */
export async function benchForm(): Promise<Line[]> {
  const { server } = await startBenchOffice();
  const browser = await launchChromium();
  try {
    const url = `${server.base}/report`;
    return [
      ...(await weigh(browser, url)),
      ...(await weighWithoutScripts(browser, url)),
      await timeSlowLine(browser, url),
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function weigh(browser: Browser, url: string): Promise<Line[]> {
  const { page, wire } = await openCold(browser);
  const { requests } = countWire(wire);
  await page.goto(url);
  await page.waitForSelector(USABLE, { visible: true });
  await page.waitForNetworkIdle();
  const all = [...requests.values()];
  const form = all.reduce((sum, { bytes }) => sum + bytes, 0);
  const set = { target: "T3", better: "less", against: "set" } as const;
  // The first step needs no more. What it leads to is said beside it, so that nothing hides behind a click.
  await page.click(USABLE);
  await page.waitForNetworkIdle();
  const later = [...requests.values()].reduce((sum, { bytes }) => sum + bytes, 0) - form;
  const parts = all.map(({ url, bytes }) => `${new URL(url).pathname} ${(bytes / 1000).toFixed(1)}`);
  return [
    { ...set, what: "form ready, over the wire", measured: form / 1000, limit: 100, unit: "kB" },
    { ...set, what: "form ready, requests", measured: all.length, limit: 6, unit: "" },
    { target: "T3", text: `In kB with headers: ${parts.join(", ")}.` },
    {
      target: "T3",
      text: `All questions and their words, once a kind was chosen: ${(later / 1000).toFixed(1)} kB more.`,
    },
  ];
}

async function weighWithoutScripts(browser: Browser, base: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (const path of ["", "/armored"]) {
    const { page, wire } = await openCold(browser);
    await page.setJavaScriptEnabled(false);
    const { requests } = countWire(wire);
    const response = await page.goto(base + path);
    if (response?.status() !== 200) throw new Error(`${base + path} answers ${response?.status()}`);
    await page.waitForNetworkIdle();
    const bytes = [...requests.values()]
      .filter(({ url }) => !url.endsWith(".js"))
      .reduce((sum, one) => sum + one.bytes, 0);
    const set = { target: "T3", better: "less", against: "set", unit: "kB", limit: 20 } as const;
    lines.push({ ...set, what: `/report${path} without scripts`, measured: bytes / 1000 });
  }
  return lines;
}

async function timeSlowLine(browser: Browser, url: string): Promise<Line> {
  const times: number[] = [];
  for (let load = 0; load < LOADS; load++) {
    const { page, wire } = await openCold(browser);
    await wire.send("Network.emulateNetworkConditions", SLOW_LINE);
    const start = performance.now();
    const going = page.goto(url);
    await page.waitForSelector(USABLE, { visible: true });
    times.push(performance.now() - start);
    await going;
  }
  const against = "set; 1 Mbit/s, 600 ms";
  return {
    target: "T4",
    what: "form ready on a slow line",
    measured: median(times) / 1000,
    limit: 3,
    better: "less",
    unit: "s",
    against,
  };
}
