import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageError } from "~/components/desk/page-error";
import { QuestionPage } from "~/components/desk/questions/question-page";
import { page } from "~/platform/page.server";
import { readQuestion } from "~/services/advice/desk-questions.server";
import { readDesk } from "~/services/desk.server";

export const handle = { hydrate: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  return page(async () => readQuestion((await readDesk(request)).me, params.id ?? ""));
}

export default function Page() {
  const record = useLoaderData<typeof loader>();
  return <QuestionPage key={record.question} record={record} />;
}

export function ErrorBoundary() {
  return <PageError />;
}
