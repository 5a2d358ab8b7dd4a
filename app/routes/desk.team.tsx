import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageError } from "~/components/desk/page-error";
import { TeamPage } from "~/components/desk/team/team-page";
import type { Team } from "~/desk/records";
import { page } from "~/platform/page.server";
import { readDesk, readTeam } from "~/services/desk.server";
import { describeOfflinePage } from "~/services/offline/offline-page.server";

export const handle = { hydrate: true };

export async function loader({ request }: LoaderFunctionArgs) {
  return page(async () => {
    const { me } = await readDesk(request);
    const [team, takeAway] = await Promise.all([readTeam(me), describeOfflinePage()]);
    return { team, takeAway };
  });
}

export default function Page() {
  const { team, takeAway } = useLoaderData<typeof loader>();
  return <TeamPage team={team as Team} takeAway={takeAway} />;
}

export function ErrorBoundary() {
  return <PageError />;
}
