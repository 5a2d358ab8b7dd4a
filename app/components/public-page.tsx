import { useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useHref, useLanguageHref } from "~/components/href";
import { Mark } from "~/components/mark";
import { useLanguage, useWords } from "~/components/words";
import { LANGUAGES } from "~/locales/languages";

type Root = { officeName: string | null; demonstration: boolean };

/** The frame of every public page: who we are, the language, and the way out, always at the same place. */
export function PublicPage({ children, isBare = false }: { children: ReactNode; isBare?: boolean }) {
  const t = useWords("public");
  const root = useRouteLoaderData("root") as Root | undefined;
  return (
    <>
      <a className="skip" href="#main">
        {t("frame.skip")}
      </a>
      {root?.demonstration && <p className="demonstration">{t("frame.demonstration")}</p>}
      <PublicHeader officeName={root?.officeName ?? null} />
      {isBare ? children : <Main>{children}</Main>}
      <PublicFooter />
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

function PublicHeader({ officeName }: { officeName: string | null }) {
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
        <LanguageLinks />
        <a className="button leave" href="/leave" rel="noreferrer" data-leave="" title={t("frame.leaveHint")}>
          {t("frame.leave")}
        </a>
      </div>
    </header>
  );
}

function LanguageLinks() {
  const t = useWords("public");
  const current = useLanguage();
  const href = useLanguageHref();
  return (
    <nav className="languages" aria-label={t("frame.language")}>
      {Object.entries(LANGUAGES).map(([language, name]) => (
        <a
          key={language}
          href={href(language)}
          hrefLang={language}
          lang={language}
          aria-current={language === current ? "true" : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

function PublicFooter() {
  const t = useWords("public");
  const href = useHref();
  const links = { home: "/", report: "/report", mailbox: "/mailbox", armored: "/report/armored", keys: "/keys" };
  return (
    <footer className="bottom">
      <nav aria-label={t("frame.home")}>
        {Object.entries(links).map(([name, path]) => (
          <a key={name} href={href(path)}>
            {t(`frame.${name}`)}
          </a>
        ))}
      </nav>
      <p className="quiet small">{t("frame.footer")}</p>
    </footer>
  );
}
