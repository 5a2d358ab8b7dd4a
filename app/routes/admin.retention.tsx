import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageError } from "~/components/desk/page-error";
import { RetentionPage } from "~/components/desk/retention/retention-page";
import { today } from "~/platform/clock.server";
import { page } from "~/platform/page.server";
import { readDesk } from "~/services/desk.server";
import { retentionList } from "~/services/purge/retention-list.server";

export const handle = { hydrate: true };

export async function loader({ request }: LoaderFunctionArgs) {
  return page(async () => {
    const { me } = await readDesk(request);
    return retentionList(me, today(), new URL(request.url).searchParams.get("after"));
  });
}

export default function Page() {
  return <RetentionPage list={useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError />;
}
