import type { ReactNode } from "react";
import { useWords } from "~/components/words";
import { Brand } from "./brand";
import { LanguageSwitch } from "./language-switch";

/** The frame of the pages before the desk: set-up, joining, signing in. */
export function Frame({
  officeName,
  demonstration,
  children,
}: {
  officeName?: string | null;
  demonstration?: boolean;
  children: ReactNode;
}) {
  const t = useWords("desk");
  return (
    <>
      <a className="skip" href="#main">
        {t("header.skip")}
      </a>
      <header>
        {demonstration && <p className="demonstration">{t("header.demonstration")}</p>}
        <div className="top">
          <Brand under={officeName ?? null} />
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" className="frame" tabIndex={-1}>
        <noscript>
          <p className="note bad">{t("header.noScripts")}</p>
        </noscript>
        {children}
      </main>
    </>
  );
}
