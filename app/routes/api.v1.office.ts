import { json } from "~/platform/body.server";
import { answer, Problem } from "~/platform/problems.server";
import { workNow } from "~/services/flood/waiting.server";
import { readPublicOffice } from "~/services/office.server";

/** The office's name, keys and certified people, and whether it asks for work before it takes something new. */
export async function loader() {
  return answer(async () => {
    const office = await readPublicOffice();
    if (!office) throw new Problem(404, "No office is set up here yet.");
    return json({ ...office, work: await workNow() });
  });
}
