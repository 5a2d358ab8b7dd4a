import { renderToStaticMarkup } from "react-dom/server";
import { Mark } from "~/components/mark";
import { ModuleFrame, ModuleIcons } from "~/components/module-frame";
import { offeredLanguages } from "~/locales/catalogues.server";
import { directionOf, LANGUAGES } from "~/locales/languages";
import { offlineWords, stillWords } from "~/locales/offline-words.server";

/** A part of the page that runs or styles it, with the digest by which the page's own policy knows it. */
export type Inlined = { text: string; sha256: string };

/**
 * The page that is opened from disk, without an office in it: everything in one file, the same bytes wherever it is built.
 *
 * Shape: the block "office" is empty; the server puts the office's keys there and changes nothing else.
 */
export function renderOfflinePage({ script, style }: { script: Inlined; style: Inlined }): string {
  const languages = offeredLanguages();
  const blocks = Object.fromEntries(
    languages.map((code) => [code, { name: LANGUAGES[code], dir: directionOf(code), words: offlineWords(code) }]),
  );
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${script.sha256}'`,
    `style-src 'sha256-${style.sha256}'`,
    "img-src blob:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
  const page = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>Ombra</title>
        <style {...raw(style.text)} />
      </head>
      <body>
        <p className="demonstration" id="demonstration" hidden />
        <header className="top">
          <span className="brand">
            <Mark />
            <span>
              <b>Ombra</b>
              <small id="office-name" dir="auto" />
            </span>
          </span>
          <div className="top-tools">
            <div id="languages" hidden />
            <a className="button leave" id="leave" href="about:blank" rel="noreferrer" data-leave="">
              {stillWords("en").leave}
            </a>
          </div>
        </header>
        <aside id="about" className="about" hidden />
        <main id="main" tabIndex={-1} data-ombra="report">
          {languages.map((code) => (
            <p key={code} lang={code} dir={directionOf(code)}>
              {stillWords(code).stopped}
            </p>
          ))}
          <ModuleFrame />
        </main>
        <ModuleIcons />
        <script type="application/json" id="languages-data" {...raw(inScript(blocks))} />
        <script type="application/json" id="office-data" {...raw("{}")} />
        <script type="module" {...raw(script.text)} />
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}

/** JSON that cannot end the element it stands in. */
function inScript(data: object): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

/** Styles, scripts and data stand in the page as they are; all of it is the build's own. */
function raw(text: string) {
  return { dangerouslySetInnerHTML: { __html: text } };
}
