import type { LinksFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Statistics } from "~/components/public/statistics";
import { readLate } from "~/services/statistics.server";
import styles from "~/styles/public.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader() {
  return { late: await readLate() };
}

export default function StatisticsPage() {
  return <Statistics late={useLoaderData<typeof loader>().late} />;
}
