import { useRevalidator } from "@remix-run/react";
import { useWords } from "~/components/words";
import type { Me } from "~/desk/records";
import { ShortCode } from "./fingerprint";

/** What somebody sees who has joined and is not certified yet. */
export function Waiting({ me }: { me: Me }) {
  const t = useWords("desk");
  const revalidator = useRevalidator();
  return (
    <section className="card narrow" aria-labelledby="waiting">
      <h1 id="waiting">{t("waiting.heading")}</h1>
      <p className="lead">{t("waiting.lead")}</p>
      <ShortCode fingerprint={me.fingerprint} big />
      <p className="actions">
        <button type="button" className="button" onClick={() => revalidator.revalidate()}>
          {t("waiting.again")}
        </button>
      </p>
    </section>
  );
}
