import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageError } from "~/components/desk/page-error";
import { PolicyPage } from "~/components/desk/policy/policy-page";
import { languageOf } from "~/locales/words.server";
import { page } from "~/platform/page.server";
import { readDesk } from "~/services/desk.server";
import { readPolicies } from "~/services/policy/read-policies.server";

export const handle = { hydrate: true };

export async function loader({ request }: LoaderFunctionArgs) {
  return page(async () => readPolicies((await readDesk(request)).me, languageOf(request)));
}

export default function Page() {
  return <PolicyPage view={useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError />;
}
