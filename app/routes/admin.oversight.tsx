import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OversightPage, type OversightView } from "~/components/desk/oversight-page";
import { PageError } from "~/components/desk/page-error";
import { page } from "~/platform/page.server";
import { readDesk } from "~/services/desk.server";
import { readOversight } from "~/services/oversight.server";

export const handle = { hydrate: true };

export async function loader({ request }: LoaderFunctionArgs) {
  return page(async () => readOversight((await readDesk(request)).me));
}

export default function Page() {
  return <OversightPage view={useLoaderData<typeof loader>() as OversightView} />;
}

export function ErrorBoundary() {
  return <PageError />;
}
