import type { LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "~/locales/words.server";
import { readPublicSettings } from "~/services/front/public-settings.server";

/**
 * The quick way out: clears what this site may have left in the browser and goes to a page that anybody might look at.
 * History cannot be cleared from here; the pages' title and addresses say little for that reason.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  // Whoever has to leave must get away, even while the database does not answer.
  const { exitAddress } = await readPublicSettings().catch(() => ({ exitAddress: "" }));
  return new Response(null, {
    status: 303,
    headers: {
      Location: exitAddress || `https://${languageOf(request)}.wikipedia.org/`,
      "Clear-Site-Data": '"cache", "cookies", "storage"',
    },
  });
}
