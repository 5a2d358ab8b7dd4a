import type { LinksFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NotSetUp } from "~/components/not-set-up";
import { Landing } from "~/components/public/landing";
import { readPublicOffice } from "~/services/office.server";
import styles from "~/styles/public.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader() {
  const office = await readPublicOffice();
  if (!office) return { intake: null };
  return { intake: office.directory.filter((one) => one.roles.includes("intake")).map((one) => one.displayName) };
}

export default function Index() {
  const { intake } = useLoaderData<typeof loader>();
  return intake ? <Landing intake={intake} /> : <NotSetUp />;
}
