import type { LoaderFunctionArgs } from "@remix-run/node";
import { keepsakeWords } from "~/locales/reporter-words.server";
import { languageOf } from "~/locales/words.server";

/** Words for what a reporter takes along, fetched when it is needed: the form's page has no room for them. */
export async function loader({ request }: LoaderFunctionArgs) {
  return new Response(keepsakeWords(languageOf(request)), { headers: { "Content-Type": "application/json" } });
}
