import type { LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "~/locales/words.server";

/**
 * The quick way out: clears what this site may have left in the browser and goes to a page that anybody might look at.
 * History cannot be cleared from here; the pages' title and addresses say little for that reason.
 */
export function loader({ request }: LoaderFunctionArgs) {
  return new Response(null, {
    status: 303,
    headers: {
      Location: `https://${languageOf(request)}.wikipedia.org/`,
      "Clear-Site-Data": '"cache", "cookies", "storage"',
      "Referrer-Policy": "no-referrer",
    },
  });
}
