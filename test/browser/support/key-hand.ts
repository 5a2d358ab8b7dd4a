import type { ElementHandle } from "puppeteer-core";
import { Hand } from "./hand";

const MOST_STEPS = 150;

/** A person without a mouse: finds things by their words as everybody does, reaches them by Tab, and uses Enter, Space, arrows and letters. */
export class KeyHand extends Hand {
  override async clickWhere(look: (words: string) => Element | null, words: string, missing: string) {
    const target = await this.find(look, words, missing);
    await this.reach(target, words);
    await this.use(target);
    return target;
  }

  /** Chooses from a list by its letters; by the arrows where they are not on the keyboard of the test. */
  override async select(label: string, option: string, isLast = false) {
    const list = await this.seek(label, isLast);
    await this.reach(list, label);
    const isTyped = /^[ -~]+$/.test(option);
    if (isTyped) await this.page.keyboard.type(option);
    const steps = await list.evaluate((one, words) => {
      const { options, selectedIndex } = one as HTMLSelectElement;
      return [...options].findIndex(({ text }) => text.trim() === words) - selectedIndex;
    }, option);
    if (isTyped && steps !== 0) throw new Error(`Typing "${option}" into "${label}" chose another.`);
    for (let step = 0; step < steps; step++) await this.page.keyboard.press("ArrowDown");
  }

  /** Tabs to something, backwards where it lies behind. A group of round buttons is one stop. */
  private async reach(target: ElementHandle<HTMLElement>, words: string) {
    for (let step = 0; step < MOST_STEPS; step++) {
      const way = await target.evaluate((one) => {
        const at = document.activeElement;
        const isRound = (each: Element | null) => each instanceof HTMLInputElement && each.type === "radio";
        const isBeside = isRound(one) && isRound(at) && one.closest("fieldset") === at?.closest("fieldset");
        if (at === one || isBeside) return "there";
        const isBehind =
          at && at !== document.body && one.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING;
        return isBehind ? "back" : "on";
      });
      if (way === "there") return;
      if (way === "back") await this.page.keyboard.down("Shift");
      await this.page.keyboard.press("Tab");
      if (way === "back") await this.page.keyboard.up("Shift");
    }
    throw new Error(`Tab never reaches "${words}".`);
  }

  private async use(target: ElementHandle<HTMLElement>) {
    const { key, times } = await target.evaluate((one) => {
      if (one.matches("button, a, summary")) return { key: "Enter", times: 1 } as const;
      if (one.matches("[type=checkbox]")) return { key: " ", times: 1 } as const;
      if (!one.matches("[type=radio]")) return { key: "Enter", times: 0 } as const;
      const all = [...(one.closest("fieldset")?.querySelectorAll("[type=radio]") ?? [])];
      const steps = all.indexOf(one) - all.indexOf(document.activeElement as Element);
      if (steps === 0) return { key: " ", times: 1 } as const;
      return { key: steps > 0 ? "ArrowDown" : "ArrowUp", times: Math.abs(steps) } as const;
    });
    for (let time = 0; time < times; time++) await this.page.keyboard.press(key);
  }
}
