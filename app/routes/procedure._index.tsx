import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProcedurePage } from "~/components/procedure/procedure-page";
import { isCaseKind } from "~/forms";
import { today } from "~/platform/clock.server";
import { currentPolicy } from "~/services/policy/current-policy.server";
import { overduePolicies } from "~/services/policy/review-dates.server";
import procedureStyles from "~/styles/procedure.css?url";
import styles from "~/styles/public.css?url";
import { describe } from "~workflows/outline";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: procedureStyles },
];

/** The procedure is public before an office exists: it is the software's, and only its deadlines can be the office's own. */
export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get("kind");
  const { entries } = await currentPolicy("deadlines");
  const overdue = overduePolicies(today()).map(({ id, reviewBy }) => ({ id, reviewBy }));
  return { kind: isCaseKind(asked) ? asked : ("tip" as const), limits: entries, overdue };
}

export default function ProcedureRoute() {
  const { kind, limits, overdue } = useLoaderData<typeof loader>();
  return <ProcedurePage outline={describe(kind)} limits={limits} overdue={overdue} />;
}
