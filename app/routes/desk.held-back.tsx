import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HeldBackPage } from "~/components/desk/batch/held-back-page";
import { PageError } from "~/components/desk/page-error";
import type { HeldBack } from "~/desk/discard-batch";
import { readQueueQuestion } from "~/desk/queue-question";
import { page } from "~/platform/page.server";
import { readDesk, readHeldBack } from "~/services/desk.server";

export const handle = { hydrate: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const { cursor } = readQueueQuestion(new URL(request.url).searchParams);
  return page(async () => ({
    ...(await readHeldBack((await readDesk(request)).me, cursor)),
    isFirst: cursor === null,
  }));
}

export default function Page() {
  return <HeldBackPage list={useLoaderData<typeof loader>() as HeldBack} />;
}

export function ErrorBoundary() {
  return <PageError />;
}
