import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useHref } from "~/components/href";
import { ModulePage, moduleMeta } from "~/components/module-page";
import { useWords } from "~/components/words";
import { readModulePage } from "~/services/module-page.server";
import mailboxStyles from "~/styles/mailbox.css?url";
import styles from "~/styles/public.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: mailboxStyles },
];

export const meta = moduleMeta;

export async function loader({ request }: LoaderFunctionArgs) {
  return readModulePage(request, "mailbox");
}

/** The mailbox's page: the same for a receipt that opens something and for one that does not. */
export default function Mailbox() {
  const t = useWords("public");
  const href = useHref();
  return (
    <ModulePage is="mailbox" page={useLoaderData<typeof loader>()}>
      <h1>{t("mailbox.title")}</h1>
      <p className="lead">{t("mailbox.why")}</p>
      <div className="note">
        <p>{t("mailbox.off")}</p>
        <p>
          <a href={href("/mailbox/armored")}>{t("mailbox.link")}</a>
        </p>
      </div>
    </ModulePage>
  );
}
