import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { pageTitle } from "~/components/page-title";
import { PublicPage } from "~/components/public-page";
import { useLanguage, useWords } from "~/components/words";
import { offeredLanguages } from "~/locales/catalogues.server";
import { directionOf } from "~/locales/languages";
import { languageOf } from "~/locales/words.server";
import { reporterModule } from "~/platform/assets.server";
import { readConfig } from "~/platform/config.server";
import { onionHint } from "~/platform/onion.server";
import { readPublicSettings } from "~/services/front/public-settings.server";
import { readOfficeName } from "~/services/office.server";
import base from "~/styles/base.css?url";
import mark from "~/styles/mark.svg?url";
import plain from "~/styles/plain.svg?url";
import publicStyles from "~/styles/public.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: base }];

/** One constant title, which the office may choose: a history entry or a shoulder-surfer learns nothing from it. */
export const meta: MetaFunction<typeof loader> = ({ matches }) => [pageTitle(matches)];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pageTitle, pageIcon } = await readPublicSettings();
  const onion = onionHint(request, readConfig());
  const { leaveModule } = reporterModule();
  return {
    language: languageOf(request),
    languages: offeredLanguages(),
    nonce: String(context.nonce),
    ...(await readOfficeName()),
    ...{ pageTitle, pageIcon, onion, leaveModule },
  };
}

/** The document. Only routes that ask for it (`handle.hydrate`) get React's scripts; the reporter's pages never do. */
export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const language = useLanguage();
  // Without an error this is null.
  const failed = useRouteError() != null;
  const hydrate = useMatches().some((match) => (match.handle as { hydrate?: boolean } | undefined)?.hydrate);
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        <link rel="icon" href={data?.pageIcon === "plain" ? plain : mark} type="image/svg+xml" />
        {failed && <link rel="stylesheet" href={publicStyles} />}
      </head>
      <body>
        {children}
        {hydrate && <ScrollRestoration nonce={data?.nonce ?? ""} />}
        {hydrate && <Scripts nonce={data?.nonce ?? ""} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** What a visitor sees when a page does not exist or fails: what happened, what was not sent, and where to go. */
export function ErrorBoundary() {
  const error = useRouteError();
  const t = useWords("public");
  const kind = isRouteErrorResponse(error) && error.status < 500 ? "notFound" : "failed";
  return (
    <PublicPage>
      <div className="reading">
        <h1>{t(`problem.${kind}Title`)}</h1>
        <p className="lead">{t(`problem.${kind}`)}</p>
        <p className="actions">
          <a className="button primary" href="/">
            {t("problem.home")}
          </a>
        </p>
      </div>
    </PublicPage>
  );
}
