import { useLanguage, useWords } from "~/components/words";
import { writeBytes } from "~/desk/days";
import { readKept } from "~/desk/handover/read-kept";
import type { Body } from "~/desk/read-bodies";
import { visibleText } from "~/desk/safe-text";
import { Fingerprint } from "../fingerprint";

/** What was handed to another office, for those who come to the case later. */
export function Kept({ body }: { body: Body }) {
  const t = useWords("handover");
  const codes = useWords("codes");
  const language = useLanguage();
  const { office, holder, recipient, digest, kinds, entries } = readKept(body);
  return (
    <>
      <p>
        {t("kept.to")} <bdi>{visibleText(office)}</bdi>
      </p>
      <p className="quiet small">{kinds.map((kind) => codes(`handed.${kind}`)).join(" · ")}</p>
      <details>
        <summary>{t("kept.details")}</summary>
        <p className="small">
          {t("kept.key")} <bdi>{visibleText(holder)}</bdi>
        </p>
        <Fingerprint value={recipient} label={t("key.fingerprint")} />
        <p className="small">{t("made.digest")}</p>
        <p className="mono small digest" dir="ltr">
          {digest}
        </p>
        <ul className="small">
          {entries.map(({ name, bytes }) => (
            <li key={name}>
              <bdi className="file-name">{visibleText(name)}</bdi> · {writeBytes(bytes, language)}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
