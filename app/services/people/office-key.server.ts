import { z } from "zod";
import { database } from "~/platform/database.server";
import { notFound, Problem } from "~/platform/problems.server";
import { requireAddressedTo } from "~crypto/addressed";
import { armoredMessage } from "../schemas.server";
import type { SignedInPerson } from "../sign-in.server";
import { requireAdministrator } from "../team.server";

/** The office key, sealed to one administrator. */
export const officeKeySchema = z.object({ sealed: armoredMessage });

/**
 * Gives another administrator a copy of the office key, so that whoever holds it can leave. Only a holder can.
 *
 * Errors: Problem 403, 404 for somebody who is no administrator, 409 for a holder, 400 for a copy that is sealed to anybody else.
 */
export async function shareOfficeKey(
  me: SignedInPerson,
  personId: string | undefined,
  input: z.infer<typeof officeKeySchema>,
) {
  requireAdministrator(me);
  const db = database();
  if ((await db.officeKeyWrap.count({ where: { personId: me.id } })) === 0)
    throw new Problem(403, "You hold no copy of the office key. Nothing was changed.");
  const person = await db.person.findUnique({ where: { id: personId ?? "" }, include: { officeKey: true } });
  if (person?.state !== "active" || !(JSON.parse(person.roles) as string[]).includes("administrator")) throw notFound();
  if (person.officeKey) throw new Problem(409, "This administrator holds the office key already. Nothing was changed.");
  await requireAddressedTo(input.sealed, JSON.parse(person.keyIds) as string[]).catch(() => {
    throw new Problem(400, "The copy is not sealed to this administrator, so nothing was stored.", {
      rule: "notSealed",
    });
  });
  await db.officeKeyWrap.create({ data: { personId: person.id, sealed: input.sealed } });
}
