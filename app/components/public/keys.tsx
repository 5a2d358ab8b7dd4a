import { Fingerprint } from "~/components/fingerprint";
import { useHref } from "~/components/href";
import { Icon } from "~/components/icons";
import { ModuleSums, type TakeAway, TakeAwaySection } from "~/components/public/take-away";
import { PublicPage } from "~/components/public-page";
import { useWords } from "~/components/words";

type Person = { person: string; displayName: string; roles: string[]; publicKey: string; fingerprint: string };
type ServerKey = { publicKey: string; fingerprint: string };
type Office = { name: string; fingerprint: string; publicKey: string; directory: Person[] };

/** The office's keys, and how to check them in plain words. */
export function Keys(shown: {
  office: Office;
  short: string;
  notice: ServerKey | null;
  takeAway: TakeAway | null;
  sums: { name: string; sha256: string }[];
  hasWithdrawn: boolean;
}) {
  const { office, short, notice, takeAway, sums, hasWithdrawn } = shown;
  const t = useWords("public");
  const href = useHref();
  return (
    <PublicPage>
      <h1>{t("keys.title")}</h1>
      <p className="lead">{t("keys.lead")}</p>
      <section className="card">
        <h2>{t("keys.office")}</h2>
        <p>{t("keys.officeText")}</p>
        <dl className="facts">
          <dt>{t("keys.fingerprint")}</dt>
          <dd>
            <Fingerprint value={office.fingerprint} />
          </dd>
          <dt>{t("keys.short")}</dt>
          <dd>
            <bdi>{short}</bdi>
          </dd>
        </dl>
        <ArmoredKey armored={office.publicKey} />
      </section>
      <section>
        <h2>{t("keys.how")}</h2>
        <ol>
          {["compare", "browser", "gpg"].map((step) => (
            <li key={step}>{t(`keys.howList.${step}`)}</li>
          ))}
        </ol>
        <a className="button" href={href("/keys/all.asc")}>
          <Icon name="download" />
          {t("keys.file")}
        </a>
      </section>
      <section>
        <h2>{t("keys.people")}</h2>
        <ul className="people">
          {office.directory.map((one) => (
            <PersonLine key={one.person} one={one} />
          ))}
        </ul>
      </section>
      {hasWithdrawn && (
        <section className="card">
          <h2>{t("keys.withdrawn")}</h2>
          <p>{t("keys.withdrawnText")}</p>
          <p>
            <a href="/keys/withdrawn.asc">withdrawn.asc</a>
          </p>
        </section>
      )}
      {notice && <ServerKeyLine notice={notice} />}
      {takeAway && <TakeAwaySection page={takeAway} />}
      <ModuleSums sums={sums} />
    </PublicPage>
  );
}

/** The key that the server signs with by itself: it vouches for less than a person's. */
function ServerKeyLine({ notice }: { notice: ServerKey }) {
  const t = useWords("mailbox");
  return (
    <section className="card">
      <h2>{t("serverKey.title")}</h2>
      <p>{t("serverKey.text")}</p>
      <p>
        <Fingerprint value={notice.fingerprint} />
      </p>
      <ArmoredKey armored={notice.publicKey} />
    </section>
  );
}

function PersonLine({ one }: { one: Person }) {
  const t = useWords("public");
  return (
    <li className="card">
      <h3>
        <span dir="auto">{one.displayName}</span>
      </h3>
      <p className="quiet">{one.roles.map((role) => t(`roles.${role}`)).join(" · ")}</p>
      <p>
        <Fingerprint value={one.fingerprint} />
      </p>
      <ArmoredKey armored={one.publicKey} />
    </li>
  );
}

function ArmoredKey({ armored }: { armored: string }) {
  const t = useWords("public");
  return (
    <details>
      <summary>{t("keys.show")}</summary>
      <pre dir="ltr">{armored.trim()}</pre>
    </details>
  );
}
