import puppeteer, { type Browser, type Page } from "puppeteer-core";

export type BrowserName = "chromium" | "firefox";

type Options = {
  scripts?: boolean;
  language?: "en" | "ar";
  /** Without WebAssembly and without compiling scripts, as Tor Browser's safer level. */
  isHardened?: boolean;
  /** Further settings, for Firefox alone. */
  prefs?: Record<string, string | number | boolean>;
};

/** Starts a real browser, headless. Firefox speaks WebDriver BiDi; `scripts: false` stands for Tor Browser's safest level. */
export async function launch(
  name: BrowserName,
  { scripts = true, language = "en", isHardened = false, prefs = {} }: Options = {},
): Promise<Browser> {
  if (name === "chromium") {
    return puppeteer.launch({
      browser: "chrome",
      executablePath: "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-quic",
        "--no-first-run",
        "--disable-component-update",
        "--disable-sync",
        "--force-color-profile=srgb",
        `--accept-lang=${language}`,
      ],
    });
  }
  return puppeteer.launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    extraPrefsFirefox: {
      ...prefs,
      "javascript.enabled": scripts,
      "intl.accept_languages": language,
      "app.update.enabled": false,
      "datareporting.policy.dataSubmissionEnabled": false,
      "toolkit.telemetry.enabled": false,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      ...(isHardened && {
        "javascript.options.wasm": false,
        "javascript.options.asmjs": false,
        "javascript.options.ion": false,
        "javascript.options.baselinejit": false,
        "javascript.options.native_regexp": false,
      }),
    },
  });
}

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 360, height: 740 };

/** Opens a page and collects what must not happen: script errors, policy violations and requests to anywhere else. */
export async function openPage(browser: Browser, base: string): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`error: ${error instanceof Error ? error.message : String(error)}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of (4|5)\d\d/.test(message.text()))
      faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !/^(data|blob|about|chrome|moz|resource)/.test(url)) faults.push(`foreign: ${url}`);
  });
  await page.setViewport(DESKTOP);
  return { page, faults };
}
