import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FrontPage } from "~/components/desk/front/front-page";
import { PageError } from "~/components/desk/page-error";
import { page } from "~/platform/page.server";
import { readDesk } from "~/services/desk.server";
import { readPublicSettingsAs } from "~/services/front/public-settings.server";

export const handle = { hydrate: true };

export async function loader({ request }: LoaderFunctionArgs) {
  return page(async () => readPublicSettingsAs((await readDesk(request)).me));
}

export default function Page() {
  return <FrontPage settings={useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError />;
}
