import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { directionOf } from "~/locales/languages";
import { languageOf } from "~/locales/words.server";
import { readOfficeName } from "~/services/office.server";
import base from "~/styles/base.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: base },
  { rel: "icon", href: "/assets-mark.svg", type: "image/svg+xml" },
];

/** One constant title: a history entry or a shoulder-surfer learns nothing from it. */
export const meta: MetaFunction = () => [{ title: "Ombra" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { language: languageOf(request), nonce: String(context.nonce), ...(await readOfficeName()) };
}

/** The document. Only routes that ask for it (`handle.hydrate`) get React's scripts; the reporter's pages never do. */
export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const language = data?.language ?? "en";
  const hydrate = useMatches().some((match) => (match.handle as { hydrate?: boolean } | undefined)?.hydrate);
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
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
