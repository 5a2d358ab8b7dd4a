import type { ElementHandle } from "puppeteer-core";

const FRAME_MS = 34;

/** Brings something into view; where it lies, and whether nothing lies over it. Runs in the page. */
const LOOK_AT = (element: Element): string => {
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y, width, height } = element.getBoundingClientRect();
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  const isFree = top !== null && (element.contains(top) || top.contains(element));
  return isFree ? [x, y, width, height].join(" ") : "";
};

/** Writes down whether the next press meets this, or the label that belongs to it. Runs in the page. */
const WATCH = (element: Element): void => {
  const look = ({ target }: Event) => {
    const pressed = target as Element;
    const isMet = element.contains(pressed) || pressed.closest("label")?.control === element;
    Object.assign(globalThis, { isMet });
  };
  addEventListener("mousedown", look, { capture: true, once: true });
};

/** Waits until something lies still and free, as an eye does before the finger comes down. Pages without scripts have no frames to wait for. */
async function holdStill(target: ElementHandle): Promise<void> {
  let before = await target.evaluate(LOOK_AT);
  for (let tries = 0; tries < 30; tries++) {
    await new Promise((resolve) => setTimeout(resolve, FRAME_MS));
    const after = await target.evaluate(LOOK_AT);
    if (after !== "" && after === before) return;
    before = after;
  }
}

/**
 * Presses something; false where the page moved under the finger and another thing was pressed. A list that is read anew
 * jumps to its top, just as somebody reaches for a line of it.
 */
export async function strike(target: ElementHandle): Promise<boolean> {
  await holdStill(target);
  await target.evaluate(WATCH);
  await target.click();
  // A page that this press has left cannot be asked any more, and one without scripts has not listened.
  return target.evaluate(() => (globalThis as { isMet?: boolean }).isMet ?? true).catch(() => true);
}
