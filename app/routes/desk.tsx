import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { Frame } from "~/components/desk/frame";
import { DeskHeader } from "~/components/desk/header";
import { PageError } from "~/components/desk/page-error";
import { useKeyWatch } from "~/components/desk/use-key";
import { Waiting } from "~/components/desk/waiting";
import { useWords } from "~/components/words";
import type { Desk } from "~/desk/records";
import { today } from "~/platform/clock.server";
import { page } from "~/platform/page.server";
import { countQuestions } from "~/services/advice/desk-questions.server";
import { readDesk } from "~/services/desk.server";
import desk from "~/styles/desk.css?url";

export const handle = { hydrate: true };
export const links: LinksFunction = () => [{ rel: "stylesheet", href: desk }];

export async function loader({ request }: LoaderFunctionArgs) {
  return page(async () => {
    const desk = await readDesk(request);
    return { ...desk, today: today(), questions: await countQuestions(desk.me) };
  });
}

/** People leave and keys change while a desk is open: every page stands on who is of the office now. */
export const shouldRevalidate = () => true;

export default function DeskFrame() {
  const desk = useLoaderData<typeof loader>() as Desk;
  const t = useWords("desk");
  useKeyWatch(desk.me);
  return (
    <>
      <a className="skip" href="#main">
        {t("header.skip")}
      </a>
      <DeskHeader desk={desk} />
      <main id="main" className="desk" tabIndex={-1}>
        <noscript>
          <p className="note bad">{t("header.noScripts")}</p>
        </noscript>
        {desk.me.state === "active" ? <Outlet context={desk} /> : <Waiting me={desk.me} />}
      </main>
    </>
  );
}

export function ErrorBoundary() {
  return (
    <Frame>
      <PageError />
    </Frame>
  );
}
