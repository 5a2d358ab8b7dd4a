import { type RefObject, useEffect } from "react";

/** Up and down move between the rows of a list, Home and End to its ends; Enter follows the link, as links do. */
export function useRowKeys(list: RefObject<HTMLElement>) {
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      const links = [...(list.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? [])];
      const next = nextIndex(
        event.key,
        document.activeElement instanceof HTMLElement ? links.indexOf(document.activeElement) : -1,
        links.length,
      );
      if (next === null) return;
      event.preventDefault();
      links[next]?.focus();
    };
    document.addEventListener("keydown", move);
    return () => document.removeEventListener("keydown", move);
  }, [list]);
}

/** Which row a key leads to from the present one (-1 for none); null when the key does not move. */
export function nextIndex(key: string, at: number, length: number): number | null {
  if (length === 0) return null;
  if (key === "ArrowDown") return Math.min(at + 1, length - 1);
  if (key === "ArrowUp") return Math.max(at - 1, 0);
  if (at >= 0 && key === "Home") return 0;
  if (at >= 0 && key === "End") return length - 1;
  return null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}
