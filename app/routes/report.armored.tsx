import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NotSetUp } from "~/components/not-set-up";
import { ArmoredForm, RefusedArmor } from "~/components/public/armored-form";
import { ArmoredPrograms } from "~/components/public/armored-programs";
import { ArmoredPeople, ArmoredSteps } from "~/components/public/armored-steps";
import { BareArrival } from "~/components/public/bare-arrival";
import { FileArrival } from "~/components/public/file-arrival";
import { TakeAwaySection } from "~/components/public/take-away";
import { PublicPage } from "~/components/public-page";
import { useWords } from "~/components/words";
import { isCaseKind } from "~/forms";
import { requireOneSealed, takenBy } from "~/platform/armor-gate.server";
import { refusalOf } from "~/platform/refusal.server";
import { readPublicOffice } from "~/services/office.server";
import { describeOfflinePage } from "~/services/offline/offline-page.server";
import { submitArmored } from "~/services/submit-armored.server";
import styles from "~/styles/public.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { origin, searchParams } = new URL(request.url);
  const office = await readPublicOffice();
  const people = office?.directory.filter(({ roles }) => roles.includes("intake")) ?? [];
  const lines = people.map(({ person, displayName, fingerprint }) => ({ person, displayName, fingerprint }));
  const kind = searchParams.get("kind");
  const about = { origin, fingerprint: office?.fingerprint ?? null, takeAway: await describeOfflinePage() };
  return { ...about, people: lines, kind: isCaseKind(kind) ? kind : "tip" };
}

export async function action({ context }: ActionFunctionArgs) {
  try {
    const fields = takenBy(context);
    const kind = fields.get("kind");
    if (!isCaseKind(kind))
      return json({ arrival: null, refusal: { rule: "kind", title: "", status: 400 } }, { status: 400 });
    return json({ arrival: await submitArmored({ armored: requireOneSealed(fields), kind }), refusal: null });
  } catch (error) {
    const refusal = refusalOf(error);
    return json({ arrival: null, refusal }, { status: refusal.status });
  }
}

export default function Armored() {
  const { origin, fingerprint, people, kind, takeAway } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useWords("public");
  if (!fingerprint) return <NotSetUp />;
  if (done?.arrival) {
    return (
      <PublicPage>
        {"code" in done.arrival ? <BareArrival arrival={done.arrival} /> : <FileArrival arrival={done.arrival} />}
      </PublicPage>
    );
  }
  const canTake = people.length >= 2;
  return (
    <PublicPage>
      {done?.refusal && <RefusedArmor rule={done.refusal.rule} />}
      <h1>{t("armored.title")}</h1>
      <p className="lead">{t("armored.lead")}</p>
      {!canTake && <p className="note bad">{t(people.length === 0 ? "armored.peopleNone" : "armored.peopleOne")}</p>}
      <ArmoredPeople office={fingerprint} people={people} />
      {canTake && <ArmoredSteps origin={origin} people={people} />}
      {canTake && <ArmoredPrograms origin={origin} people={people} />}
      {people.length > 0 && <ArmoredForm kind={kind} />}
      {takeAway && people.length > 0 && <TakeAwaySection page={takeAway} isShort />}
    </PublicPage>
  );
}
