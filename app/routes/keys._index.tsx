import type { LinksFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NotSetUp } from "~/components/not-set-up";
import { Keys } from "~/components/public/keys";
import { reporterSums } from "~/platform/reporter-sums.server";
import { findNoticeKey } from "~/services/notices/notice-key.server";
import { readPublicOffice } from "~/services/office.server";
import { describeOfflinePage } from "~/services/offline/offline-page.server";
import { readRevokedKeys } from "~/services/people/former-lines.server";
import styles from "~/styles/public.css?url";
import { shortCode } from "~crypto/directory";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader() {
  const office = await readPublicOffice();
  const short = office && (await shortCode(office.fingerprint));
  const notice = office && (await findNoticeKey());
  const hasWithdrawn = (await readRevokedKeys()).length > 0;
  return { office, short, notice, takeAway: await describeOfflinePage(), sums: reporterSums(), hasWithdrawn };
}

export default function KeysPage() {
  const { office, short, ...shown } = useLoaderData<typeof loader>();
  if (!office || !short) return <NotSetUp />;
  return <Keys office={office} short={short} {...shown} />;
}
