import type { ReactNode } from "react";

/** Drawings in the manner of Lucide (ISC licence): 24 by 24, two units thick. A word goes with each. */
const DRAWINGS = {
  arrow: <path d="M5 12h14m-7-7 7 7-7 7" />,
  check: <path d="M20 6 9 17l-5-5" />,
  clock: <path d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 4v6l4 2" />,
  download: <path d="M12 3v12m-5-5 5 5 5-5M4 21h16" />,
  file: <path d="M14 2H6v20h12V6l-4-4Zm0 0v4h4" />,
  globe: <path d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20ZM2 12h20M12 2c6 6.5 6 13.5 0 20-6-6.5-6-13.5 0-20Z" />,
  key: <path d="M7.5 10a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm4 1.5L21 2m-4 4 3 3" />,
  leave: <path d="M10 3H4v18h6m-1-9h12m-5-5 5 5-5 5" />,
  lock: <path d="M5 11h14v10H5zm3 0V7a4 4 0 0 1 8 0v4" />,
  mail: <path d="M3 5h18v14H3zm0 1 9 7 9-7" />,
  people: (
    <path d="M9 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM2 21v-2a5 5 0 0 1 5-5h4a5 5 0 0 1 5 5v2M16 4a4 4 0 0 1 0 8m6 9v-2a5 5 0 0 0-4-5" />
  ),
  phone: <path d="M5 3h4l2 5-3 2a11 11 0 0 0 6 6l2-3 5 2v4c0 1-1 2-2 2A17 17 0 0 1 3 5c0-1 1-2 2-2Z" />,
  shield: <path d="M12 2 4 5v6c0 5 3.5 8.5 8 11 4.5-2.5 8-6 8-11V5l-8-3Z" />,
  warn: <path d="M12 3 2 21h20L12 3Zm0 7v5m0 3v.01" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof DRAWINGS;

/** One icon. It is hidden from screen readers: the word beside it says the same. Those that point are mirrored by style. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {DRAWINGS[name]}
    </svg>
  );
}

/** The drawings that the reporter's module points at; they are part of the page, so that it fetches nothing for them. */
export function IconSheet({ names }: { names: readonly IconName[] }) {
  return (
    <svg className="icon-sheet" aria-hidden="true" focusable="false">
      {names.map((name) => (
        <symbol key={name} id={`icon-${name}`} viewBox="0 0 24 24">
          {DRAWINGS[name]}
        </symbol>
      ))}
    </svg>
  );
}
