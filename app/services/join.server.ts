import type { z } from "zod";
import { today } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { notFound, Problem } from "~/platform/problems.server";
import { digestOf } from "~/platform/secrets.server";
import { newPerson } from "./new-person.server";
import type { personSchema } from "./schemas.server";

/** What an invited person sees before making a key; throws 404 for a link that is wrong, used or too old. */
export async function readInvitation(token: string | undefined) {
  const invitation = await requireInvitation(token);
  const office = await database().office.findFirstOrThrow();
  const inviter = await database().person.findUnique({ where: { id: invitation.invitedBy } });
  return {
    displayName: invitation.displayName,
    roles: JSON.parse(invitation.roles) as string[],
    officeName: office.name,
    fingerprint: office.fingerprint,
    invitedBy: inviter?.displayName ?? "",
  };
}

/** Takes the key that the invited person's browser made; the person waits for certification. A link works once. */
export async function join(token: string | undefined, person: z.infer<typeof personSchema>): Promise<void> {
  const invitation = await requireInvitation(token);
  const data = await newPerson(person, {
    state: "joined",
    displayName: invitation.displayName,
    entry: "",
    entrySignature: "",
    roles: [],
  });
  await database().$transaction(async (tx) => {
    const taken = await tx.person.findUnique({ where: { name: person.name } });
    if (taken) throw new Problem(409, "This sign-in name is taken. Nothing was stored; choose another and send again.");
    await tx.person.create({ data });
    const { count } = await tx.invitation.updateMany({
      where: { id: invitation.id, personId: null },
      data: { personId: person.id },
    });
    if (count !== 1)
      throw new Problem(409, "This link was used in the meantime. Nothing was stored. Ask for a new one.");
  });
}

async function requireInvitation(token: string | undefined) {
  const invitation = await database().invitation.findUnique({ where: { tokenHash: digestOf(token ?? "") } });
  if (!invitation || invitation.personId !== null || invitation.expiresDay < today()) throw notFound();
  return invitation;
}
