import { useLanguage, useWords } from "~/components/words";
import { localeOf } from "~/desk/days";
import { Failure } from "../failure";
import type { Progress } from "./use-batch";

/** How far the batch has got, in numbers alone, and what was left as it is. */
export function BatchProgress({
  progress,
  error,
  onStop,
}: {
  progress: Progress | null;
  error: unknown;
  onStop: () => void;
}) {
  const t = useWords("batch");
  const number = new Intl.NumberFormat(localeOf(useLanguage()));
  if (!progress) return <Failure error={error} />;
  const { of, outcomes, isRunning } = progress;
  const kept = outcomes.flatMap((outcome) => (outcome.result === "kept" ? [outcome.why] : []));
  const done = outcomes.length - kept.length;
  return (
    <>
      <progress max={of} value={outcomes.length} aria-label={t("progress.label")} />
      <p role="status">
        {t(isRunning ? "progress.running" : "progress.over", { done: number.format(done), of: number.format(of) })}
      </p>
      {[...new Set(kept)].map((why) => (
        <p key={why} className="note">
          {t(`kept.${why}`, { number: number.format(kept.filter((one) => one === why).length) })}
        </p>
      ))}
      {isRunning && (
        <button type="button" className="button" onClick={onStop}>
          {t("stop")}
        </button>
      )}
      <Failure error={error} />
      {error ? <p className="quiet small">{t("again")}</p> : null}
    </>
  );
}
