import { useEffect, useRef } from "react";
import { useWords } from "~/components/words";

const HINTS: readonly { keys: readonly string[]; word: string }[] = [
  { keys: ["↑", "↓"], word: "move" },
  { keys: ["Enter"], word: "open" },
  { keys: ["?"], word: "all" },
];
const ALL: readonly { keys: readonly string[]; word: string }[] = [
  { keys: ["↑", "↓"], word: "moveLong" },
  { keys: ["Home", "End"], word: "ends" },
  { keys: ["Enter"], word: "openLong" },
  { keys: ["Tab"], word: "tab" },
  { keys: ["?"], word: "help" },
  { keys: ["Esc"], word: "close" },
];

/** The keys in one line, and all of them on "?". */
export function QueueKeys() {
  const t = useWords("desk");
  const help = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const ask = (event: KeyboardEvent) => {
      const target = event.target;
      if (event.key !== "?" || (target instanceof HTMLElement && target.matches("input, textarea, select"))) return;
      event.preventDefault();
      help.current?.showModal();
    };
    document.addEventListener("keydown", ask);
    return () => document.removeEventListener("keydown", ask);
  }, []);
  return (
    <>
      <p className="keys">
        {HINTS.map(({ keys, word }) => (
          <span key={word}>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}{" "}
            {t(`queue.keys.${word}`)}
          </span>
        ))}
        <button type="button" className="quiet-button" onClick={() => help.current?.showModal()}>
          {t("queue.keys.show")}
        </button>
      </p>
      <dialog ref={help} className="card" aria-labelledby="keys-heading">
        <h2 id="keys-heading">{t("queue.keys.heading")}</h2>
        <dl className="facts">
          {ALL.map(({ keys, word }) => (
            <div key={word}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{t(`queue.keys.${word}`)}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit" className="button">
            {t("queue.keys.closeButton")}
          </button>
        </form>
      </dialog>
    </>
  );
}
