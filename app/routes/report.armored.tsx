import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NotSetUp } from "~/components/not-set-up";
import { ArmoredForm, Refusal } from "~/components/public/armored-form";
import { ArmoredPeople, ArmoredSteps } from "~/components/public/armored-steps";
import { BareArrival } from "~/components/public/bare-arrival";
import { PublicPage } from "~/components/public-page";
import { useWords } from "~/components/words";
import { isKind } from "~/forms";
import { readForm } from "~/platform/body.server";
import { refusalOf } from "~/platform/refusal.server";
import { readPublicOffice } from "~/services/office.server";
import { MAX_BARE_BYTES, submitBareReport } from "~/services/submit-bare-report.server";
import styles from "~/styles/public.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { origin, searchParams } = new URL(request.url);
  const office = await readPublicOffice();
  const people = office?.directory.filter(({ roles }) => roles.includes("intake")) ?? [];
  const lines = people.map(({ person, displayName, fingerprint }) => ({ person, displayName, fingerprint }));
  const kind = searchParams.get("kind");
  return { origin, fingerprint: office?.fingerprint ?? null, people: lines, kind: isKind(kind) ? kind : "tip" };
}

export async function action({ request }: ActionFunctionArgs) {
  try {
    const form = await readForm(request, MAX_BARE_BYTES * 2);
    const kind = form.get("kind");
    if (!isKind(kind))
      return json({ arrival: null, refusal: { rule: "kind", title: "", status: 400 } }, { status: 400 });
    return json({ arrival: await submitBareReport({ armored: form.get("message") ?? "", kind }), refusal: null });
  } catch (error) {
    const refusal = refusalOf(error);
    return json({ arrival: null, refusal }, { status: refusal.status });
  }
}

export default function Armored() {
  const { origin, fingerprint, people, kind } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useWords("public");
  if (!fingerprint) return <NotSetUp />;
  if (done?.arrival) {
    return (
      <PublicPage>
        <BareArrival arrival={done.arrival} />
      </PublicPage>
    );
  }
  const canTake = people.length >= 2;
  return (
    <PublicPage>
      {done?.refusal && <RefusedMessage rule={done.refusal.rule} />}
      <h1>{t("armored.title")}</h1>
      <p className="lead">{t("armored.lead")}</p>
      {!canTake && <p className="note bad">{t(people.length === 0 ? "armored.peopleNone" : "armored.peopleOne")}</p>}
      <ArmoredPeople office={fingerprint} people={people} />
      {canTake && <ArmoredSteps origin={origin} people={people} />}
      {canTake && <ArmoredForm kind={kind} />}
    </PublicPage>
  );
}

function RefusedMessage({ rule }: { rule: string }) {
  const t = useWords("public");
  const text = t([`armored.refused.${rule}`, "armored.refused.other"]);
  return <Refusal title={t("armored.refusedTitle")} text={text} />;
}
