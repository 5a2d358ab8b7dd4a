import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useHref } from "~/components/href";
import { ModulePage, moduleMeta } from "~/components/module-page";
import { useWords } from "~/components/words";
import { readModulePage } from "~/services/module-page.server";
import styles from "~/styles/public.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = moduleMeta;

export async function loader({ request }: LoaderFunctionArgs) {
  const kind = new URL(request.url).searchParams.get("kind") ?? "";
  return { ...(await readModulePage(request, "report")), kind };
}

/** The form's page. Without scripts it says why there is no box, and what to do instead. */
export default function Report() {
  const page = useLoaderData<typeof loader>();
  const t = useWords("public");
  const advice = useWords("guidance");
  const href = useHref();
  return (
    <ModulePage is="report" page={page} kind={page.kind}>
      <p className="advice-first">
        <a href={href("/guidance")}>{advice("first")}</a>
      </p>
      <h1>{t("report.title")}</h1>
      <p className="lead">{t("report.why")}</p>
      <p>{t("report.slow")}</p>
      <div className="note">
        <p>{t("report.off")}</p>
        <p>
          <a href={href("/report/armored")}>{t("report.link")}</a>
        </p>
      </div>
    </ModulePage>
  );
}
