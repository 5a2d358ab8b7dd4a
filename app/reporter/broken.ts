import { el, note } from "./dom";
import type { Words } from "./words";

/** Says so, once and above the rest, when something fails that nobody foresaw: silence would look as if it had worked. */
export function tellWhenBroken(scope: Window, { t }: Words): void {
  let isTold = false;
  const tell = () => {
    if (isTold) return;
    isTold = true;
    const told = note("bad", el("p", {}, t("broken.text")));
    told.setAttribute("role", "alert");
    scope.document.querySelector("main")?.before(told);
  };
  scope.addEventListener("error", tell);
  scope.addEventListener("unhandledrejection", tell);
}
