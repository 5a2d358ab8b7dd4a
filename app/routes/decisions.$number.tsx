import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PublishedText } from "~/components/public/published-text";
import { page } from "~/platform/page.server";
import { readPublished } from "~/services/published/read-published.server";
import styles from "~/styles/public.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ params }: LoaderFunctionArgs) {
  return page(() => readPublished(params.number));
}

export default function DecisionPage() {
  return <PublishedText text={useLoaderData<typeof loader>()} />;
}
