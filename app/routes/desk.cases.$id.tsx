import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CasePage } from "~/components/desk/case/case-page";
import { PageError } from "~/components/desk/page-error";
import type { CaseRecord } from "~/desk/records";
import { page } from "~/platform/page.server";
import { readCase, readDesk } from "~/services/desk.server";

export const handle = { hydrate: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  return page(async () => readCase((await readDesk(request)).me, params.id));
}

export default function Page() {
  const record = useLoaderData<typeof loader>() as CaseRecord;
  return <CasePage key={record.case} record={record} />;
}

export function ErrorBoundary() {
  return <PageError />;
}
