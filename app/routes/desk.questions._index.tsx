import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageError } from "~/components/desk/page-error";
import { QuestionsPage } from "~/components/desk/questions/questions-page";
import { page } from "~/platform/page.server";
import { readQuestions } from "~/services/advice/desk-questions.server";
import { readDesk } from "~/services/desk.server";

export const handle = { hydrate: true };

export async function loader({ request }: LoaderFunctionArgs) {
  return page(async () => ({ questions: await readQuestions((await readDesk(request)).me) }));
}

export default function Page() {
  return <QuestionsPage questions={useLoaderData<typeof loader>().questions} />;
}

export function ErrorBoundary() {
  return <PageError />;
}
