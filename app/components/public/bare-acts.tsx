import { useHref } from "~/components/href";
import { CodeField } from "~/components/public/armored-fields";
import { useWords } from "~/components/words";

/** Steps that a code alone can take, the one that helps in danger first. */
const STEPS = ["urgent.flag", "reporter.rescind", "reporter.rejoin", "reporter.withdraw"];

/** Steps without words, each behind its explanation. The code is typed for each, since the page keeps none. */
export function BareActs({ open, isUrgent }: { open: readonly string[]; isUrgent: boolean }) {
  const t = useWords("reporter");
  const action = useHref()("/mailbox/armored");
  const steps = STEPS.filter((event) => open.includes(event) && !(event === "urgent.flag" && isUrgent));
  if (steps.length === 0) return null;
  return (
    <section className="card">
      <h2>{t("mailbox.panel")}</h2>
      <p>{t("bare.acts")}</p>
      {steps.map((event) => {
        const name = event.replace(".", "_");
        const warning = t(`mailbox.write.${name}.warn`, { defaultValue: "" });
        return (
          <details className="act" key={event}>
            <summary>{t(`mailbox.write.${name}.title`)}</summary>
            <p>{t(`mailbox.write.${name}.about`)}</p>
            {warning && <p className="note warn">{warning}</p>}
            <form method="post" action={action}>
              <CodeField id={`code-${name}`} />
              <button type="submit" name="event" value={event} className="button">
                {t([`mailbox.write.${name}.send`, `mailbox.write.${name}.title`])}
              </button>
            </form>
          </details>
        );
      })}
    </section>
  );
}
