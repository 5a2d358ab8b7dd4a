import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NoticesPage, type OfficeNotices } from "~/components/desk/notices/notices-page";
import { PageError } from "~/components/desk/page-error";
import { page } from "~/platform/page.server";
import { readDesk } from "~/services/desk.server";
import { readOfficeNotices } from "~/services/notices/office-notices.server";

export const handle = { hydrate: true };

export async function loader({ request }: LoaderFunctionArgs) {
  return page(async () => readOfficeNotices((await readDesk(request)).me));
}

export default function Page() {
  return <NoticesPage notices={useLoaderData<typeof loader>() as OfficeNotices} />;
}

export function ErrorBoundary() {
  return <PageError />;
}
