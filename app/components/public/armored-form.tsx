import { useHref } from "~/components/href";
import { ArmoredField } from "~/components/public/armored-fields";
import { useWords } from "~/components/words";
import { KINDS } from "~/forms";

/** The form that takes a sealed message, and nothing else. */
export function ArmoredForm({ kind }: { kind: string }) {
  const t = useWords("public");
  const href = useHref();
  return (
    <section className="card">
      <h2>{t("armored.form")}</h2>
      <form method="post" action={href("/report/armored")}>
        <div className="field">
          <label htmlFor="kind">{t("armored.kind")}</label>
          <select id="kind" name="kind" required defaultValue={kind}>
            {KINDS.map((name) => (
              <option key={name} value={name}>
                {t(`kinds.${name}`)}
              </option>
            ))}
          </select>
        </div>
        <ArmoredField />
        <button type="submit" className="button primary">
          {t("armored.submit")}
        </button>
      </form>
    </section>
  );
}

/** Why something was not taken, with the sentence that counts most: nothing was stored. */
export function Refusal({ title, text, isStored = false }: { title: string; text: string; isStored?: boolean }) {
  const t = useWords("public");
  return (
    <div className="note bad" role="alert">
      <h2>{title}</h2>
      <p>{text}</p>
      {!isStored && <p>{t("armored.nothing")}</p>}
    </div>
  );
}
