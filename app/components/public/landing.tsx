import { useHref } from "~/components/href";
import { Icon } from "~/components/icons";
import { PublicPage } from "~/components/public-page";
import { useLanguage, useWords } from "~/components/words";
import { writeLanguages } from "~/locales/write-day";

const STEPS = ["acknowledgement", "assessment", "feedback", "decision", "review"] as const;
const KINDS = ["tip", "grievance", "complaint"] as const;

/** The first page: what this office does, who reads a report, what happens and by when, and what it cannot promise. */
export function Landing({ intake, languages }: { intake: string[]; languages: string[] }) {
  return (
    <PublicPage>
      <div className="landing">
        <Hero />
        <Before />
        <Kinds />
        <Then />
        <Who intake={intake} languages={languages} />
        <Not />
      </div>
    </PublicPage>
  );
}

function Hero() {
  const t = useWords("public");
  const advice = useWords("guidance");
  const href = useHref();
  return (
    <section className="hero">
      <h1>{t("landing.title")}</h1>
      <p className="lead">{t("landing.lead")}</p>
      <p className="advice-first">
        <a href={href("/guidance")}>{advice("first")}</a> <span>{advice("firstText")}</span>
      </p>
      <div className="actions">
        <a className="button primary" href={href("/report")}>
          {t("landing.report")}
        </a>
        <a className="button" href={href("/mailbox")}>
          {t("landing.receipt")}
        </a>
      </div>
    </section>
  );
}

function Before() {
  const t = useWords("public");
  const href = useHref();
  const lines = { device: "/guidance#hints", danger: "/guidance#emergency", scripts: "/report/armored" };
  return (
    <aside className="card before">
      <h2>{t("landing.before")}</h2>
      {Object.entries(lines).map(([name, path]) => (
        <p key={name}>
          {t(`landing.${name}`)} <a href={href(path)}>{t(`landing.${name}Link`)}</a>
        </p>
      ))}
    </aside>
  );
}

function Kinds() {
  const t = useWords("public");
  const href = useHref();
  return (
    <section className="kinds" aria-label={t("landing.kinds")}>
      {KINDS.map((kind) => (
        <a key={kind} className="card kind" href={href("/report", { kind })}>
          <h2>{t(`landing.${kind}.title`)}</h2>
          <p className="quiet">{t(`landing.${kind}.text`)}</p>
          <b>
            {t(`landing.${kind}.link`)} <Icon name="arrow" />
          </b>
        </a>
      ))}
      {/* The address does not say which form it is: the office's server need not know who looks at this one. */}
      <p className="quiet">
        {t("landing.self")} <a href={href("/report")}>{t("landing.selfLink")}</a>
      </p>
    </section>
  );
}

function Then() {
  const t = useWords("public");
  return (
    <section className="then">
      <h2>{t("landing.then")}</h2>
      <ol className="timeline">
        {STEPS.map((step) => (
          <li key={step}>
            <h3>{t(`landing.steps.${step}.when`)}</h3>
            <p className="quiet">{t(`landing.steps.${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Who({ intake, languages }: { intake: string[]; languages: string[] }) {
  const t = useWords("public");
  const language = useLanguage();
  const href = useHref();
  return (
    <section className="who">
      <h2>{t("landing.who")}</h2>
      <p>{t("landing.whoText")}</p>
      <p>{intake.length > 0 ? t("landing.whoList") : t("landing.whoNone")}</p>
      <ul className="names">
        {intake.map((name) => (
          <li key={name}>
            <span dir="auto">{name}</span>
          </li>
        ))}
      </ul>
      <p>{t("landing.whoLanguages", { languages: writeLanguages(languages, language) })}</p>
      <a href={href("/keys")}>{t("landing.whoAll")}</a>
    </section>
  );
}

const NOT = ["outcome", "content", "device", "lost", "code"] as const;

function Not() {
  const t = useWords("public");
  return (
    <section className="points">
      <h2>{t("landing.not")}</h2>
      <ul>
        {NOT.map((point) => (
          <li key={point}>{t(`landing.notList.${point}`)}</li>
        ))}
      </ul>
    </section>
  );
}
