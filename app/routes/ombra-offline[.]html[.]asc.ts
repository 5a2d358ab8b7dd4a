import { asProblem, notFound } from "~/platform/problems.server";
import { OFFLINE_NAME, readOfflinePage } from "~/services/offline/offline-page.server";

/** The office key's signature on the page to take away, as `gpg --verify` takes it. */
export async function loader() {
  const page = await readOfflinePage();
  if (!page?.signature) return asProblem(notFound());
  const headers = {
    "Content-Type": "application/pgp-signature",
    "Content-Disposition": `attachment; filename="${OFFLINE_NAME}.asc"`,
  };
  return new Response(page.signature, { headers });
}
