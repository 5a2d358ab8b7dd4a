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
  return readModulePage(request, "question");
}

/** A question before a report. Without scripts the page says that there is no such thread, and where to go instead. */
export default function Ask() {
  const t = useWords("questions");
  const told = useWords("public");
  const href = useHref();
  return (
    <ModulePage is="question" page={useLoaderData<typeof loader>()}>
      <h1>{t("page.title")}</h1>
      <p className="lead">{t("page.why")}</p>
      <div className="note">
        <p>{t("page.off")}</p>
        <p>
          <a href={href("/guidance")}>{t("page.advice")}</a>
        </p>
        <p>
          <a href={href("/report/armored")}>{told("report.link")}</a>
        </p>
      </div>
    </ModulePage>
  );
}
