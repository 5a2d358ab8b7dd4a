import { useHref } from "~/components/href";
import { Icon } from "~/components/icons";
import { PublicPage } from "~/components/public-page";
import { useWords } from "~/components/words";
import { LawNotices, type Notices } from "./law-notices";

/** What the guidance page is given: what the office set, and the notices as they stand today. */
export type GuidanceView = Notices & {
  emergencyText: string;
  emergencyLink: string;
  secretsText: string;
  days: { answer: number; kept: number };
};

const LISTS = {
  can: ["look", "ask", "decide", "forward"],
  cannot: ["fast", "stop", "lawyer", "promise"],
  others: ["lawyer", "union", "advice", "authority", "press", "defenders"],
  anonymity: ["server", "content", "network", "device", "later"],
  hints: [
    ...["device", "name", "months", "source", "quotes", "documents"],
    ...["photos", "victims", "lawful", "search", "receipt"],
  ],
  traces: ["window", "leave", "history", "network"],
} as const;

const CONTENTS = [
  ...["emergency", "can", "cannot", "others", "anonymity", "hints"],
  ...["secrets", "law", "traces", "ask", "ready"],
] as const;

/** Advice before any form: what this office can and cannot do, where else to go, and how not to give oneself away. */
export function Guidance({ view }: { view: GuidanceView }) {
  const t = useWords("guidance");
  return (
    <PublicPage>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <Contents />
      <Emergency view={view} />
      <div className="facing">
        <Points name="can" />
        <Points name="cannot" />
      </div>
      <Points name="others" />
      <Points name="anonymity" />
      <Points name="hints" />
      <Secrets text={view.secretsText} />
      <LawNotices notices={view} />
      <Points name="traces" />
      <Ask days={view.days} />
      <Ready />
    </PublicPage>
  );
}

function Contents() {
  const t = useWords("guidance");
  return (
    <nav className="contents" aria-labelledby="contents">
      <h2 id="contents">{t("contents")}</h2>
      <ul>
        {CONTENTS.map((name) => (
          <li key={name}>
            <a href={`#${name}`}>{t(`${name}.title`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Points({ name }: { name: keyof typeof LISTS }) {
  const t = useWords("guidance");
  return (
    <section id={name} className={`points ${name}`}>
      <h2>{t(`${name}.title`)}</h2>
      <ul>
        {LISTS[name].map((point) => (
          <li key={point}>{t(`${name}.list.${point}`)}</li>
        ))}
      </ul>
    </section>
  );
}

function Emergency({ view: { emergencyText, emergencyLink } }: { view: GuidanceView }) {
  const t = useWords("guidance");
  return (
    <section id="emergency" className="note warn danger">
      <h2>{t("emergency.title")}</h2>
      <p>{t("emergency.text")}</p>
      {emergencyText === "" && <p>{t("emergency.none")}</p>}
      {emergencyText !== "" && (
        <>
          <p>{t("emergency.contact")}</p>
          <p className="office-text" dir="auto">
            {emergencyText}
          </p>
        </>
      )}
      {emergencyLink !== "" && (
        <p>
          <a className="button" href={emergencyLink} rel="noreferrer noopener">
            <Icon name="phone" /> {t("emergency.open")}
          </a>
          <small>{t("emergency.warning")}</small>
        </p>
      )}
    </section>
  );
}

function Secrets({ text }: { text: string }) {
  const t = useWords("guidance");
  return (
    <section id="secrets">
      <h2>{t("secrets.title")}</h2>
      <p>{t("secrets.text")}</p>
      <p>{t(text === "" ? "secrets.none" : "secrets.office")}</p>
      {text !== "" && (
        <p className="office-text" dir="auto">
          {text}
        </p>
      )}
      <p>{t("secrets.around")}</p>
    </section>
  );
}

function Ask({ days }: Pick<GuidanceView, "days">) {
  const t = useWords("guidance");
  const href = useHref();
  return (
    <section id="ask" className="card">
      <h2>{t("ask.title")}</h2>
      <p>{t("ask.text")}</p>
      <p>{t("ask.days", days)}</p>
      <p>
        <a className="button" href={href("/guidance/ask")}>
          <Icon name="mail" /> {t("ask.link")}
        </a>
      </p>
      <p className="quiet small">{t("ask.scripts")}</p>
    </section>
  );
}

function Ready() {
  const t = useWords("guidance");
  const href = useHref();
  return (
    <section id="ready">
      <h2>{t("ready.title")}</h2>
      <p className="actions">
        <a className="button primary" href={href("/report")}>
          {t("ready.report")}
        </a>
        <a className="button" href={href("/mailbox")}>
          {t("ready.mailbox")}
        </a>
      </p>
    </section>
  );
}
