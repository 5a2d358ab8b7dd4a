import { el } from "./dom";
import type { Words } from "./words";

/** The other way, which needs nothing of this page: said wherever this one stops. */
export function drawArmoredWay({ t, language }: Words, page: "report" | "mailbox"): HTMLElement {
  const link = el("a", { href: `/${page}/armored?lang=${language}` }, t(`armored.${page}.link`));
  return el("p", {}, t(`armored.${page}.text`), " ", link);
}
