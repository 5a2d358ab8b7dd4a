import { useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useHref, useLanguageHref } from "~/components/href";
import { Icon } from "~/components/icons";
import { Mark } from "~/components/mark";
import { useLanguage, useWords } from "~/components/words";
import { LANGUAGES, type Language } from "~/locales/languages";

type Root = {
  officeName: string | null;
  demonstration: boolean;
  languages: Language[];
  onion: string | null;
  leaveModule: string;
};

/**
 * The frame of every public page: who we are, the language, and the way out, always at the same place. A bare page brings
 * its own main part and its own script, which knows the way out too.
 */
export function PublicPage({ children, isBare = false }: { children: ReactNode; isBare?: boolean }) {
  const t = useWords("public");
  const root = useRouteLoaderData("root") as Root | undefined;
  return (
    <>
      <a className="skip" href="#main">
        {t("frame.skip")}
      </a>
      {root?.demonstration && <p className="demonstration">{t("frame.demonstration")}</p>}
      <PublicHeader officeName={root?.officeName ?? null} languages={root?.languages ?? []} />
      {isBare ? children : <Main>{children}</Main>}
      <PublicFooter onion={root?.onion ?? null} />
      {!isBare && root && <script type="module" src={root.leaveModule} />}
    </>
  );
}

/** The main part; the static module takes over the one that says which page it is. */
export function Main({
  children,
  ...data
}: { children: ReactNode; className?: string } & { [data: `data-${string}`]: string }) {
  return (
    <main id="main" tabIndex={-1} {...data}>
      {children}
    </main>
  );
}

function PublicHeader({ officeName, languages }: Pick<Root, "officeName" | "languages">) {
  const t = useWords("public");
  const href = useHref();
  return (
    <header className="top">
      <a className="brand" href={href("/")}>
        <Mark />
        <span>
          <b>Ombra</b>
          {officeName && <small>{officeName}</small>}
        </span>
      </a>
      <div className="top-tools">
        <LanguageLinks languages={languages} />
        <a className="button leave" href="/leave" rel="noreferrer" data-leave="" title={t("frame.leaveHint")}>
          {t("frame.leave")}
        </a>
      </div>
    </header>
  );
}

/** The languages in their own names, folded so that seven of them leave the page its first screen; no script opens them. */
function LanguageLinks({ languages }: Pick<Root, "languages">) {
  const t = useWords("public");
  const current = useLanguage();
  const href = useLanguageHref();
  return (
    <details className="languages">
      <summary>
        <Icon name="globe" />
        <span className="visually-hidden">{t("frame.language")}: </span>
        {LANGUAGES[current as Language]}
      </summary>
      <nav aria-label={t("frame.language")}>
        {languages.map((language) => (
          <a
            key={language}
            href={href(language)}
            hrefLang={language}
            lang={language}
            aria-current={language === current ? "true" : undefined}
          >
            {LANGUAGES[language]}
          </a>
        ))}
      </nav>
    </details>
  );
}

function PublicFooter({ onion }: { onion: string | null }) {
  const t = useWords("public");
  const advice = useWords("guidance");
  const href = useHref();
  const procedure = useWords("procedure");
  const published = useWords("decisions");
  const links = { home: "/", report: "/report", mailbox: "/mailbox", armored: "/report/armored", keys: "/keys" };
  return (
    <footer className="bottom">
      <nav aria-label={t("frame.home")}>
        {Object.entries(links).map(([name, path]) => (
          <a key={name} href={href(path)}>
            {t(`frame.${name}`)}
          </a>
        ))}
        <a href={href("/guidance")}>{advice("nav")}</a>
        <a href={href("/procedure")}>{procedure("nav")}</a>
        <a href={href("/decisions")}>{published("nav")}</a>
        <a href={href("/statistics")}>{t("frame.statistics")}</a>
      </nav>
      {onion && (
        <p className="small onion">
          {advice("onion.text")} <bdi>{onion}</bdi>
        </p>
      )}
      <p className="quiet small">{t("frame.footer")}</p>
    </footer>
  );
}
