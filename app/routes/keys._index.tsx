import type { LinksFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NotSetUp } from "~/components/not-set-up";
import { Keys } from "~/components/public/keys";
import { readPublicOffice } from "~/services/office.server";
import styles from "~/styles/public.css?url";
import { shortCode } from "~crypto/directory";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader() {
  const office = await readPublicOffice();
  return { office, short: office && (await shortCode(office.fingerprint)) };
}

export default function KeysPage() {
  const { office, short } = useLoaderData<typeof loader>();
  return office && short ? <Keys office={office} short={short} /> : <NotSetUp />;
}
