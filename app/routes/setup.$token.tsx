import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { Frame } from "~/components/desk/frame";
import { PageError } from "~/components/desk/page-error";
import { Setup } from "~/components/desk/setup/setup";
import { useLanguage } from "~/components/words";
import { offeredLanguages } from "~/locales/catalogues.server";
import { today } from "~/platform/clock.server";
import { page } from "~/platform/page.server";
import { requireSetupToken } from "~/services/setup.server";
import desk from "~/styles/desk.css?url";

export const handle = { hydrate: true };
export const links: LinksFunction = () => [{ rel: "stylesheet", href: desk }];

export async function loader({ params }: LoaderFunctionArgs) {
  await page(() => requireSetupToken(params.token));
  return { today: today(), languages: offeredLanguages() };
}

export default function SetupPage() {
  const data = useLoaderData<typeof loader>();
  const { token = "" } = useParams();
  const language = useLanguage();
  return (
    <Frame>
      <Setup token={token} today={data.today} language={language} offered={data.languages} />
    </Frame>
  );
}

export function ErrorBoundary() {
  return (
    <Frame>
      <PageError />
    </Frame>
  );
}
