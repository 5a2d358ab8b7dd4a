import type { LoaderFunctionArgs } from "@remix-run/node";
import { languageOf, serverWords } from "~/locales/words.server";
import { answer, notFound } from "~/platform/problems.server";
import { requireMailbox } from "~/services/mailbox.server";
import { stateReceipt } from "~/services/statement.server";

/** A signed statement of receipt, for the holder of a receipt to keep and to show elsewhere. */
export async function loader({ request }: LoaderFunctionArgs) {
  return answer(async () => {
    const caseId = requireMailbox(request);
    const headers = { "Content-Type": "text/plain; charset=utf-8" };
    const statement = await stateReceipt(caseId, furtherIn(request));
    if (statement === null) throw notFound();
    return new Response(statement, { headers });
  });
}

/** What the English text says, once more in the reader's language. */
function furtherIn(request: Request): string[] {
  const language = languageOf(request);
  return language === "en" ? [] : [serverWords(language).getFixedT(null, "mailbox")("statement.further")];
}
