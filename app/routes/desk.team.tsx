import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageError } from "~/components/desk/page-error";
import { TeamPage } from "~/components/desk/team/team-page";
import type { Team } from "~/desk/records";
import { page } from "~/platform/page.server";
import { readDesk, readTeam } from "~/services/desk.server";

export const handle = { hydrate: true };

export async function loader({ request }: LoaderFunctionArgs) {
  return page(async () => readTeam((await readDesk(request)).me));
}

export default function Page() {
  return <TeamPage team={useLoaderData<typeof loader>() as Team} />;
}

export function ErrorBoundary() {
  return <PageError />;
}
