import type { ActionFunctionArgs, LinksFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { Refusal } from "~/components/public/armored-form";
import { BareAnswers } from "~/components/public/bare-answers";
import { BareForms } from "~/components/public/bare-forms";
import { PublicPage } from "~/components/public-page";
import { useWords } from "~/components/words";
import { readForm } from "~/platform/body.server";
import { type Refused, refusalOf } from "~/platform/refusal.server";
import { addBareMessage, readBareMailbox } from "~/services/bare-mailbox.server";
import { MAX_BARE_BYTES } from "~/services/submit-bare-report.server";
import styles from "~/styles/public.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function action({ request }: ActionFunctionArgs) {
  try {
    const form = await readForm(request, MAX_BARE_BYTES * 2);
    const code = form.get("code") ?? "";
    const message = form.get("message");
    if (message !== null) await addBareMessage(code, message);
    return json({ box: await readBareMailbox(code), isAdded: message !== null, refusal: null });
  } catch (error) {
    const refusal = refusalOf(error);
    return json({ box: null, isAdded: false, refusal }, { status: refusal.status });
  }
}

/** The mailbox without scripts: a code typed each time, answers as armored text, and a field for a sealed message. */
export default function BareMailbox() {
  const done = useActionData<typeof action>();
  const t = useWords("public");
  return (
    <PublicPage>
      {done?.refusal && <RefusedCode refusal={done.refusal} />}
      <h1>{t("bareMailbox.title")}</h1>
      <p className="lead">{t("bareMailbox.lead")}</p>
      {done?.isAdded && <p className="note good">{t("bareMailbox.added")}</p>}
      {done?.box && <BareAnswers box={done.box} />}
      <BareForms isOpen={Boolean(done?.box)} />
    </PublicPage>
  );
}

/** A wrong code and a code that never existed look the same. */
function RefusedCode({ refusal }: { refusal: Refused }) {
  const t = useWords("public");
  const isPacket = refusal.status === 422 && refusal.rule !== "other";
  if (isPacket) return <Refusal title={t("armored.refusedTitle")} text={t(`armored.refused.${refusal.rule}`)} />;
  const text = t(refusal.status === 404 ? "bareMailbox.none" : "bareMailbox.failed");
  return <Refusal title={t("bareMailbox.refusedTitle")} text={text} isStored />;
}
