import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useHref } from "~/components/href";
import { ModuleFrame, ModuleScript } from "~/components/module-frame";
import { NotSetUp } from "~/components/not-set-up";
import { Main, PublicPage } from "~/components/public-page";
import { useWords } from "~/components/words";
import { reporterWords } from "~/locales/reporter-words.server";
import { languageOf } from "~/locales/words.server";
import { reporterModule } from "~/platform/assets.server";
import { readPublicOffice } from "~/services/office.server";
import styles from "~/styles/public.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: "Ombra" },
  { name: "ombra-words", content: data?.words ?? "{}" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const office = await readPublicOffice();
  const { module } = reporterModule();
  return { fingerprint: office?.fingerprint ?? null, module, words: reporterWords(languageOf(request), "mailbox") };
}

/** The mailbox's page: the same for a receipt that opens something and for one that does not. */
export default function Mailbox() {
  const { fingerprint, module } = useLoaderData<typeof loader>();
  const t = useWords("public");
  const href = useHref();
  if (!fingerprint) return <NotSetUp />;
  return (
    <PublicPage isBare>
      <Main data-ombra="mailbox" data-fingerprint={fingerprint}>
        <h1>{t("mailbox.title")}</h1>
        <p className="lead">{t("mailbox.why")}</p>
        <div className="note">
          <p>{t("mailbox.off")}</p>
          <p>
            <a href={href("/mailbox/armored")}>{t("mailbox.link")}</a>
          </p>
        </div>
        <ModuleFrame />
      </Main>
      <ModuleScript src={module} />
    </PublicPage>
  );
}
