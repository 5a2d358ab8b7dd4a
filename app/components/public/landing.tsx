import { useHref } from "~/components/href";
import { Icon } from "~/components/icons";
import { PublicPage } from "~/components/public-page";
import { useWords } from "~/components/words";

const STEPS = ["acknowledgement", "assessment", "feedback", "decision", "review"] as const;
const KINDS = ["tip", "grievance", "complaint"] as const;

/** The first page: what this office does, who reads a report, what happens and by when, and what it cannot promise. */
export function Landing({ intake }: { intake: string[] }) {
  return (
    <PublicPage>
      <div className="landing">
        <Hero />
        <Before />
        <Kinds />
        <Then />
        <Who intake={intake} />
        <Points name="not" />
        <Points name="safe" />
        <Danger />
      </div>
    </PublicPage>
  );
}

function Hero() {
  const t = useWords("public");
  const href = useHref();
  return (
    <section className="hero">
      <h1>{t("landing.title")}</h1>
      <p className="lead">{t("landing.lead")}</p>
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
  const lines = { device: "/#safe", danger: "/#danger", scripts: "/report/armored" };
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

function Who({ intake }: { intake: string[] }) {
  const t = useWords("public");
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
      <a href={href("/keys")}>{t("landing.whoAll")}</a>
    </section>
  );
}

const POINTS = {
  not: ["outcome", "content", "device", "lost", "code"],
  safe: ["device", "tor", "words", "files", "talk", "paper"],
} as const;

function Points({ name }: { name: keyof typeof POINTS }) {
  const t = useWords("public");
  return (
    <section id={name} className="points">
      <h2>{t(`landing.${name}`)}</h2>
      <ul>
        {POINTS[name].map((point) => (
          <li key={point}>{t(`landing.${name}List.${point}`)}</li>
        ))}
      </ul>
    </section>
  );
}

function Danger() {
  const t = useWords("public");
  return (
    <section id="danger" className="note warn danger">
      <h2>{t("landing.dangerTitle")}</h2>
      <p>{t("landing.dangerText")}</p>
    </section>
  );
}
