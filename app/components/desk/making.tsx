import { useWords } from "~/components/words";
import type { MakingStep } from "~/desk/new-person";

/** What is being made on this device, step by step. */
export function Making({ steps, current }: { steps: readonly MakingStep[]; current: MakingStep }) {
  const t = useWords("desk");
  const at = steps.indexOf(current);
  return (
    <section className="card" aria-labelledby="making">
      <h1 id="making">{t("making.heading")}</h1>
      <p className="lead">{t("making.lead")}</p>
      <progress max={steps.length} value={at + 0.5} aria-label={t("making.heading")} />
      <ol className="making">
        {steps.map((step, index) => (
          <li
            key={step}
            data-stage={index < at ? "done" : index === at ? "now" : "later"}
            aria-current={index === at ? "step" : undefined}
          >
            {t(`making.${step}`)}
            {index < at && <span className="pill safe">{t("making.done")}</span>}
          </li>
        ))}
      </ol>
      <p role="status" className="visually-hidden">
        {t(`making.${current}`)}
      </p>
    </section>
  );
}

/** Lets the browser draw the step before the next computation takes the page's only thread. */
export function drawFirst(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 60));
  });
}
