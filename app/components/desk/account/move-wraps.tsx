import { useEffect, useState } from "react";
import { useWords } from "~/components/words";
import type { HeldKey } from "~/desk/key-store";
import type { Desk } from "~/desk/records";
import { countOldWraps, type MoveProgress, moveOldWraps } from "~/desk/rotate-key";
import { Failure } from "../failure";

/** After a change of keys: how many case keys still need the old one, and the button that moves them. A reload loses nothing. */
export function MoveWraps({ desk, heldKey }: { desk: Desk; heldKey: HeldKey }) {
  const t = useWords("people");
  const [left, setLeft] = useState<number | null>(null);
  const [progress, setProgress] = useState<MoveProgress | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    void countOldWraps().then(setLeft, setError);
  }, []);
  const move = async () => {
    setBusy(true);
    setError(null);
    try {
      await moveOldWraps(desk, heldKey, setProgress);
      setLeft(await countOldWraps());
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  };
  const said = () => {
    if (busy && progress) return t("move.progress", { done: progress.done, all: progress.all });
    if (left === null) return t("move.counting");
    if (left === 0) return t("move.nothingLeft");
    return progress?.failed ? t("move.failed", { count: progress.failed }) : t("move.left", { count: left });
  };
  return (
    <div className={left === 0 ? "note good" : "note warn"}>
      <p role="status">{said()}</p>
      {busy && progress && (
        <progress max={Math.max(1, progress.all)} value={progress.done} aria-label={t("move.label")} />
      )}
      <Failure error={error} />
      {!busy && left !== null && left > 0 && (
        <p className="actions">
          <button type="button" className="button primary" onClick={() => void move()}>
            {t("move.do")}
          </button>
        </p>
      )}
    </div>
  );
}
