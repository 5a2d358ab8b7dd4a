import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { readMailbox, requireMailbox } from "~/services/mailbox.server";

/** The conversation, the state and the dates, for the holder of a receipt. */
export async function loader({ request }: LoaderFunctionArgs) {
  return answer(async () => json(await readMailbox(requireMailbox(request))));
}
