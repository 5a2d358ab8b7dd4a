import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageError } from "~/components/desk/page-error";
import { QueuePage } from "~/components/desk/queue/queue-page";
import { readQueueQuestion } from "~/desk/queue-question";
import type { Queue } from "~/desk/records";
import { page } from "~/platform/page.server";
import { readDesk, readOverdueOutside, readQueue } from "~/services/desk.server";

export const handle = { hydrate: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const question = readQueueQuestion(new URL(request.url).searchParams);
  return page(async () => {
    const { me } = await readDesk(request);
    const [queue, outside] = await Promise.all([readQueue(me, question), readOverdueOutside(me)]);
    const overdue = { cases: new Set(outside.rows.map((row) => row.case)).size, unread: outside.unread };
    return { ...queue, ...question, overdue };
  });
}

export default function Page() {
  const { filter, cursor, overdue, ...queue } = useLoaderData<typeof loader>();
  return <QueuePage queue={queue as Queue} overdue={overdue} filter={filter} isFirst={cursor === null} />;
}

export function ErrorBoundary() {
  return <PageError />;
}
