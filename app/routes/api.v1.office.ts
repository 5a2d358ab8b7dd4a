import { json } from "~/platform/body.server";
import { answer, Problem } from "~/platform/problems.server";
import { readPublicOffice } from "~/services/office.server";

/** The office's name, keys and certified people. */
export async function loader() {
  return answer(async () => {
    const office = await readPublicOffice();
    if (!office) throw new Problem(404, "No office is set up here yet.");
    return json(office);
  });
}
