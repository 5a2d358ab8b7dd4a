import { el } from "../dom";
import type { Words } from "../words";
import type { PageLanguage } from "./page-data";

/** The languages to choose from; none once nothing can be drawn anew. */
export function drawLanguages(
  languages: { [code: string]: PageLanguage },
  { t, language }: Words,
  choose: ((code: string) => void) | null,
): Node[] {
  if (!choose) return [];
  const choices = Object.entries(languages).map(([code, { name }]) => {
    const attributes = { type: "button", class: "link", lang: code, "aria-pressed": String(code === language) };
    return el("button", { ...attributes, click: () => choose(code) }, name);
  });
  return [el("div", { class: "languages", role: "group", "aria-label": t("offline.page.language") }, ...choices)];
}
