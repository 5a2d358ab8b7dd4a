import { button, el, note } from "./dom";
import { guardUnsent } from "./leave";
import type { Words } from "./words";

/** After so long without a touch the page is covered, and after so long in the background at once when it comes back. */
export const COVER_MS = 5 * 60_000;
/** So long after it was covered what was written is dropped. */
export const DROP_MS = 15 * 60_000;
const LOOK_MS = 5_000;

const SIGNS_OF_LIFE = ["pointerdown", "keydown", "input", "scroll"] as const;

export type Covering = {
  words: Words;
  page: HTMLElement;
  /** Whether something would be lost. Without it the page is covered, but there is nothing to drop. */
  isLoss: () => boolean;
  /** While something is being sealed or sent, nothing is dropped. */
  isBusy: () => boolean;
  drop: () => void;
};

/**
 * Covers a page that nobody touches, and drops what was written on it when nobody comes back: first the warning with its
 * time, then the loss, and then what was lost.
 *
 * Shape: what the page shows stays behind the cover as it is. The twelve words of a receipt are covered and never dropped:
 *        nobody could show them again.
 */
export function coverWhenIdle({ words, page, isLoss, isBusy, drop }: Covering): void {
  const { t } = words;
  let last = Date.now();
  let coveredAt: number | null = null;
  const cover = el("div", { class: "cover", role: "alertdialog", "aria-modal": "true", "aria-labelledby": "cover" });

  const touch = () => {
    if (coveredAt === null) last = Date.now();
  };
  const look = () => {
    const now = Date.now();
    if (coveredAt === null && now - last >= COVER_MS) hide(now);
    else if (coveredAt !== null && now - coveredAt >= DROP_MS && isLoss() && !isBusy()) lose();
  };
  for (const sign of SIGNS_OF_LIFE) addEventListener(sign, touch, { passive: true });
  // A sleeping machine stops timers: the clock is asked, and again in the moment in which somebody looks.
  document.addEventListener("visibilitychange", look);
  const timer = setInterval(look, LOOK_MS);

  function hide(now: number): void {
    coveredAt = now;
    const show = button(t("cover.show"), reveal, "primary");
    const minutes = DROP_MS / 60_000;
    cover.replaceChildren(
      el("h1", { id: "cover" }, t("cover.title")),
      el("p", {}, t("cover.text")),
      el("p", {}, isLoss() ? t("cover.drops", { minutes }) : t("cover.keeps")),
      show,
    );
    page.hidden = true;
    page.after(cover);
    show.focus();
  }

  function reveal(): void {
    coveredAt = null;
    last = Date.now();
    cover.remove();
    page.hidden = false;
    page.querySelector<HTMLElement>("h1")?.focus();
  }

  function lose(): void {
    clearInterval(timer);
    drop();
    guardUnsent(() => false);
    page.replaceChildren();
    const again = button(t("cover.again"), () => location.replace(location.href), "primary");
    cover.replaceChildren(
      el("h1", { id: "cover", tabindex: "-1" }, t("cover.droppedTitle")),
      note("warn", el("p", {}, t("cover.dropped"))),
      again,
    );
    cover.querySelector("h1")?.focus();
  }
}
