import { useHref } from "~/components/href";
import { ARMORED_PATTERN, REPORT_FILE_PATTERN, SealedFields } from "~/components/public/armored-fields";
import { useWords } from "~/components/words";
import { CASE_KINDS } from "~/forms";

/** The form that takes what was sealed elsewhere, and nothing else. The server finds out which of the two kinds it is. */
export function ArmoredForm({ kind }: { kind: string }) {
  const t = useWords("public");
  const more = useWords("armored");
  const href = useHref();
  return (
    <section className="card" id="hand-in">
      <h2>{t("armored.form")}</h2>
      <p>{more("upload.either")}</p>
      <form method="post" action={href("/report/armored")} encType="multipart/form-data">
        <div className="field">
          <label htmlFor="kind">{t("armored.kind")}</label>
          <p className="hint" id="kind-hint">
            {more("upload.kind")}
          </p>
          <select id="kind" name="kind" required defaultValue={kind} aria-describedby="kind-hint">
            {CASE_KINDS.map((name) => (
              <option key={name} value={name}>
                {t(`kinds.${name}`)}
              </option>
            ))}
          </select>
        </div>
        <SealedFields pattern={`${ARMORED_PATTERN}|${REPORT_FILE_PATTERN}`} />
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

/** Why a sealed message or file was not taken, by the rule in the way. */
export function RefusedArmor({ rule }: { rule: string }) {
  const t = useWords("public");
  const offline = useWords("offline");
  const ofFile = offline(`hand.refused.${rule}`, { defaultValue: "" });
  return (
    <Refusal
      title={t("armored.refusedTitle")}
      text={ofFile || t([`armored.refused.${rule}`, "armored.refused.other"])}
    />
  );
}
