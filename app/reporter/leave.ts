import { el } from "./dom";

/** How many times Escape is pressed, and how fast (in milliseconds), to leave at once. */
const PRESSES = 3;
const WITHIN_MS = 1500;

let isGuarded = () => false;

/** Asks before the page is closed, for as long as `hasUnsent` says that something would be lost. */
export function guardUnsent(hasUnsent: () => boolean): void {
  isGuarded = hasUnsent;
}

/**
 * Makes leaving quick: the button and three times Escape replace this page with a neutral one, so that "back" does not
 * return here, and nothing asks any more.
 */
export function armLeaving(scope: Window, to = "/leave"): void {
  scope.addEventListener("beforeunload", (event) => {
    if (isGuarded()) event.preventDefault();
  });
  for (const link of scope.document.querySelectorAll<HTMLAnchorElement>("a[data-leave]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave(scope, link.href);
    });
  }
  let presses: number[] = [];
  scope.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    presses = [...presses, event.timeStamp].filter((time) => event.timeStamp - time < WITHIN_MS);
    if (presses.length >= PRESSES) leave(scope, to);
  });
}

function leave(scope: Window, to: string): void {
  guardUnsent(() => false);
  scope.document.body.hidden = true;
  // From here on not even this site is told where somebody came from.
  scope.document.head.append(el("meta", { name: "referrer", content: "no-referrer" }));
  scope.location.replace(to);
}
