import type { Page } from "puppeteer-core";

/** What is wrong with the page for somebody who runs no scripts. Runs in the page. */
const FAULTS = (): string[] => {
  const named = (one: Element) => one.outerHTML.slice(0, 120);
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const main = document.querySelector("main");
  const text = (main as HTMLElement | null)?.innerText.trim() ?? "";
  // A box takes plain words unless the browser itself judges what is in it.
  const boxes = all("textarea, [contenteditable], input").filter((one) => {
    const { type } = one as HTMLInputElement;
    if (type === "file") return one.getAttribute("accept") !== ".asc";
    return type !== "hidden" && type !== "radio" && type !== "checkbox" && !one.hasAttribute("pattern");
  });
  const dead = all("button").filter((one) => !one.closest("form[method=post][action]"));
  const { scrollWidth } = document.documentElement;
  return [
    ...(document.querySelectorAll("main h1").length === 1 ? [] : ["has not one heading"]),
    ...(text.length > 200 ? [] : [`says only: ${text}`]),
    ...(scrollWidth > innerWidth ? [`is ${scrollWidth} px wide at ${innerWidth}`] : []),
    ...boxes.map((one) => `takes plain words: ${named(one)}`),
    ...dead.map((one) => `does nothing: ${named(one)}`),
    ...all("a:not([href]), a[href='#'], a[href='']").map((one) => `leads nowhere: ${named(one)}`),
  ];
};

const LINKS = (): string[] => [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map(({ href }) => href);

/** Files to save, and the way out, are no pages to read. */
const isPage = ({ pathname }: URL) => !/\.\w{2,4}$|^\/leave$/.test(pathname);

/**
 * Walks over every page that can be reached from the first one by links alone, in one language.
 *
 * Shape: `look` sees each page once; what comes back are the paths, and every fault with the path of its page.
 */
export async function walk(page: Page, base: string, language: string, look: (path: string) => Promise<void>) {
  const waiting = [`/?lang=${language}`];
  const seen = new Set<string>();
  const faults: string[] = [];
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const answer = await page.goto(base + path);
    if (answer?.status() !== 200) faults.push(`${path} answers ${answer?.status()}`);
    faults.push(...(await page.evaluate(FAULTS)).map((fault) => `${path} ${fault}`));
    await look(path);
    for (const href of await page.evaluate(LINKS)) {
      const url = new URL(href);
      if (url.origin !== base || !isPage(url) || (url.searchParams.get("lang") ?? "en") !== language) continue;
      url.searchParams.set("lang", language);
      // The form is one page, whatever the link to it says.
      if (url.pathname === "/report") url.searchParams.delete("kind");
      waiting.push(`${url.pathname}${url.search}`);
    }
  }
  return { paths: [...seen].map((path) => path.split("?")[0]), faults };
}
