import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useWords } from "~/components/words";

/** What a page says when it cannot be shown. "Not found" and "not yours" are one sentence. */
export function PageError() {
  const t = useWords("desk");
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const known = status === 404 ? "notFound" : status === 503 ? "busy" : "failed";
  return (
    <div className="page">
      <section className="card" role="alert">
        <h1>{t(`pageError.${known}.heading`)}</h1>
        <p className="lead">{t(`pageError.${known}.what`)}</p>
        <p className="actions">
          <a className="button" href="/desk">
            {t("pageError.back")}
          </a>
        </p>
      </section>
    </div>
  );
}
