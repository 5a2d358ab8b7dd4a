import { asProblem, notFound } from "~/platform/problems.server";
import { OFFLINE_NAME, readOfflinePage } from "~/services/offline/offline-page.server";

/** The page to take away. It is saved and not shown: opened from here, it would be no safer than the form itself. */
export async function loader() {
  const page = await readOfflinePage();
  if (!page) return asProblem(notFound());
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Disposition": `attachment; filename="${OFFLINE_NAME}"`,
  };
  return new Response(page.text, { headers });
}
