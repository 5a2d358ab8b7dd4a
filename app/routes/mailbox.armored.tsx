import type { ActionFunctionArgs, LinksFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { Refusal, RefusedArmor } from "~/components/public/armored-form";
import { BareActs } from "~/components/public/bare-acts";
import { BareAnswers } from "~/components/public/bare-answers";
import { BareForms } from "~/components/public/bare-forms";
import { PublicPage } from "~/components/public-page";
import { useWords } from "~/components/words";
import { fieldsOf, requireOneSealed } from "~/platform/armor-gate.server";
import { type Refused, refusalOf } from "~/platform/refusal.server";
import { addBareMessage, performBareAct, readBareMailbox } from "~/services/bare-mailbox.server";
import styles from "~/styles/public.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function action({ request, context }: ActionFunctionArgs) {
  let event: string | null = null;
  try {
    const form = await fieldsOf(request, context);
    const code = form.get("code") ?? "";
    event = form.get("event") ?? null;
    const message = context.armor && event === null ? requireOneSealed(form) : null;
    if (event !== null) await performBareAct(code, event);
    else if (message !== null) await addBareMessage(code, message);
    const done = event !== null ? "act" : message !== null ? "message" : null;
    return json({ box: await readBareMailbox(code), done, refusal: null, event });
  } catch (error) {
    const refusal = refusalOf(error);
    return json({ box: null, done: null, refusal, event }, { status: refusal.status });
  }
}

/** The mailbox without scripts: a code typed each time, answers as armored text, and a field for a sealed message. */
export default function BareMailbox() {
  const answer = useActionData<typeof action>();
  const t = useWords("public");
  const told = useWords("reporter");
  const box = answer?.box;
  return (
    <PublicPage>
      {answer?.refusal && <RefusedCode refusal={answer.refusal} isAct={answer.event !== null} />}
      <h1>{t("bareMailbox.title")}</h1>
      <p className="lead">{t("bareMailbox.lead")}</p>
      {answer?.done === "message" && <p className="note good">{t("bareMailbox.added")}</p>}
      {answer?.done === "act" && <p className="note good">{told("mailbox.done")}</p>}
      {box && <BareAnswers box={box} />}
      {box && <BareActs open={box.open} isUrgent={box.isUrgent} />}
      <BareForms isOpen={Boolean(box)} />
    </PublicPage>
  );
}

/** A wrong code and a code that never existed look the same. */
function RefusedCode({ refusal, isAct }: { refusal: Refused; isAct: boolean }) {
  const t = useWords("public");
  const told = useWords("reporter");
  if (isAct && refusal.status === 422)
    return <Refusal title={told("bare.refused")} text={told("mailbox.write.gone")} isStored />;
  if (refusal.status === 422 && refusal.rule !== "other") return <RefusedArmor rule={refusal.rule} />;
  const text = t(refusal.status === 404 ? "bareMailbox.none" : "bareMailbox.failed");
  return <Refusal title={t("bareMailbox.refusedTitle")} text={text} isStored />;
}
