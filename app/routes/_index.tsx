import type { LinksFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NotSetUp } from "~/components/not-set-up";
import { Landing } from "~/components/public/landing";
import { readPublicOffice } from "~/services/office.server";
import styles from "~/styles/public.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader() {
  const office = await readPublicOffice();
  if (!office) return { intake: null, languages: [] };
  const intake = office.directory.filter((one) => one.roles.includes("intake")).map((one) => one.displayName);
  return { intake, languages: office.languages };
}

export default function Index() {
  const { intake, languages } = useLoaderData<typeof loader>();
  return intake ? <Landing intake={intake} languages={languages} /> : <NotSetUp />;
}
