import type { LinksFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NotSetUp } from "~/components/not-set-up";
import { Guidance } from "~/components/public/guidance";
import { readGuidance } from "~/services/front/guidance.server";
import styles from "~/styles/public.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader() {
  return { guidance: await readGuidance() };
}

export default function GuidancePage() {
  const { guidance } = useLoaderData<typeof loader>();
  return guidance ? <Guidance view={guidance} /> : <NotSetUp />;
}
