import { answer } from "~/platform/problems.server";
import { isReady } from "~/services/office.server";

/** The process answers and its database does too. */
export async function loader() {
  return answer(async () => {
    await isReady();
    return new Response("ready\n", { headers: { "Content-Type": "text/plain" } });
  });
}
