import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { Frame } from "~/components/desk/frame";
import { PageError } from "~/components/desk/page-error";
import { type Invitation, Join } from "~/components/desk/setup/join";
import { today } from "~/platform/clock.server";
import { page } from "~/platform/page.server";
import { readInvitation } from "~/services/join.server";
import desk from "~/styles/desk.css?url";

export const handle = { hydrate: true };
export const links: LinksFunction = () => [{ rel: "stylesheet", href: desk }];

export async function loader({ params }: LoaderFunctionArgs) {
  return { invitation: await page(() => readInvitation(params.token)), today: today() };
}

export default function JoinPage() {
  const data = useLoaderData<typeof loader>();
  const { token = "" } = useParams();
  const invitation = data.invitation as Invitation;
  return (
    <Frame officeName={invitation.officeName}>
      <Join token={token} invitation={invitation} today={data.today} />
    </Frame>
  );
}

export function ErrorBoundary() {
  return (
    <Frame>
      <PageError />
    </Frame>
  );
}
