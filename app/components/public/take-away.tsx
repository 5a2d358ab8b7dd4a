import { useHref } from "~/components/href";
import { Icon } from "~/components/icons";
import { useLanguage, useWords } from "~/components/words";
import { writeDay } from "~/locales/write-day";
import { writeSize } from "~/locales/write-size";

export type TakeAway = { name: string; digest: string; bytes: number; signedDay: string | null };

/** The page that is opened from disk: what it is, the file, its hash, the signature, and how to check all that. */
export function TakeAwaySection({ page, isShort = false }: { page: TakeAway; isShort?: boolean }) {
  const t = useWords("offline");
  const href = useHref();
  const language = useLanguage();
  return (
    <section className="card" id="take-away">
      <h2>{t("public.title")}</h2>
      <p>{t("public.lead")}</p>
      <p className="quiet">{t("public.why")}</p>
      <p>
        <a className="button" href={`/${page.name}`} download={page.name}>
          <Icon name="download" />
          {t("public.download", { name: page.name, size: writeSize(page.bytes, language) })}
        </a>
      </p>
      <dl className="facts">
        <dt>{t("public.digest")}</dt>
        <dd>
          <span className="digest" dir="ltr">
            {page.digest}
          </span>
        </dd>
      </dl>
      <SignatureLine page={page} />
      {isShort ? (
        <p>
          <a href={`${href("/keys")}#take-away`}>{t("public.more")}</a>
        </p>
      ) : (
        <HowToCheck page={page} />
      )}
    </section>
  );
}

function SignatureLine({ page }: { page: TakeAway }) {
  const t = useWords("offline");
  const language = useLanguage();
  if (!page.signedDay) return <p className="note warn">{t("public.unsigned")}</p>;
  return (
    <p>
      {t("public.signed", { day: writeDay(page.signedDay, language) })}{" "}
      <a href={`/${page.name}.asc`} download={`${page.name}.asc`}>
        {t("public.signature")}
      </a>
    </p>
  );
}

function HowToCheck({ page }: { page: TakeAway }) {
  const t = useWords("offline");
  return (
    <>
      <h3>{t("public.check")}</h3>
      <ol className="how">
        <li>
          <p>{t("public.checkHash")}</p>
          <pre dir="ltr">sha256sum {page.name}</pre>
        </li>
        {page.signedDay && (
          <li>
            <p>{t("public.checkSignature")}</p>
            <pre dir="ltr">{`gpg --import keys.asc\ngpg --verify ${page.name}.asc ${page.name}`}</pre>
          </li>
        )}
        <li>
          <p>{t("public.checkSource")}</p>
          <pre dir="ltr">{`npm run offline -- ${page.name}`}</pre>
        </li>
      </ol>
    </>
  );
}

/** The files that run in a reporter's browser, with their sums. */
export function ModuleSums({ sums }: { sums: { name: string; sha256: string }[] }) {
  const t = useWords("offline");
  return (
    <section>
      <h2>{t("public.module")}</h2>
      <p>{t("public.moduleText")}</p>
      <details>
        <summary>{t("public.moduleFiles")}</summary>
        <dl className="facts">
          {sums.map(({ name, sha256 }) => (
            <div key={name}>
              <dt dir="ltr">{name}</dt>
              <dd>
                <span className="digest" dir="ltr">
                  {sha256}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <p>
        <a href="/keys/sha256sums.txt">{t("public.moduleSums")}</a>
      </p>
    </section>
  );
}
