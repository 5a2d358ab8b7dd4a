import { useWords } from "~/components/words";
import type { CaseRecord } from "~/desk/records";
import { describe } from "~workflows/outline";

/** The procedure as text: every state, where it leads, by whom, and where this case is. */
export function Procedure({ record }: { record: CaseRecord }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const { states, transitions } = describe(record.kind);
  return (
    <section id="procedure" aria-labelledby="procedure-heading">
      <h2 id="procedure-heading">{t("case.section.procedure")}</h2>
      <details>
        <summary>{t("procedure.show", { state: codes(`states.${record.state}.label`) })}</summary>
        <ol className="procedure">
          {states.map(({ id }) => (
            <li key={id} aria-current={id === record.state ? "step" : undefined}>
              <p>
                <span className="strong">{codes(`states.${id}.label`)}</span>
                {id === record.state && <span className="pill tint">{t("procedure.here")}</span>}
                <span className="under">{codes(`states.${id}.means`)}</span>
              </p>
              <ul>
                {transitions
                  .filter(({ from }) => from === id)
                  .map(({ row, to, event, by }) => (
                    <li key={`${row}-${to}`}>
                      {t("procedure.line", {
                        event: codes(`events.${event}.label`),
                        by: by.map((role) => codes(`roles.${role}.label`)).join(t("list.or")),
                        to: codes(`states.${to}.label`),
                      })}
                    </li>
                  ))}
              </ul>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
