import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PublishedList } from "~/components/public/published-list";
import { listPublished, numberOf } from "~/services/published/read-published.server";
import styles from "~/styles/public.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request }: LoaderFunctionArgs) {
  const before = numberOf(new URL(request.url).searchParams.get("before"));
  return { ...(await listPublished(before)), isOlder: before !== null };
}

export default function DecisionsPage() {
  return <PublishedList {...useLoaderData<typeof loader>()} />;
}
