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
  const kind = new URL(request.url).searchParams.get("kind") ?? "";
  const { module } = reporterModule();
  return {
    fingerprint: office?.fingerprint ?? null,
    kind,
    module,
    words: reporterWords(languageOf(request), "report"),
  };
}

/** The form's page. Without scripts it says why there is no box, and what to do instead. */
export default function Report() {
  const { fingerprint, kind, module } = useLoaderData<typeof loader>();
  const t = useWords("public");
  const href = useHref();
  if (!fingerprint) return <NotSetUp />;
  return (
    <PublicPage isBare>
      <Main data-ombra="report" data-kind={kind} data-fingerprint={fingerprint}>
        <h1>{t("report.title")}</h1>
        <p className="lead">{t("report.why")}</p>
        <p>{t("report.slow")}</p>
        <div className="note">
          <p>{t("report.off")}</p>
          <p>
            <a href={href("/report/armored")}>{t("report.link")}</a>
          </p>
        </div>
        <ModuleFrame />
      </Main>
      <ModuleScript src={module} />
    </PublicPage>
  );
}
