import { z } from "zod";
import { today } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { notFound, Problem } from "~/platform/problems.server";
import { digestOf, newId, newToken } from "~/platform/secrets.server";
import { requireCertifiedPerson } from "./new-person.server";
import { armoredPublicKey, armoredSignature, ROLES } from "./schemas.server";
import type { SignedInPerson } from "./sign-in.server";

/** An invitation is good for a week. */
const INVITATION_DAYS = 7;

export const invitationSchema = z.object({
  displayName: z.string().trim().min(2).max(120),
  roles: z.array(z.enum(ROLES)).min(1),
});

export const certificationSchema = z.object({
  publicKey: armoredPublicKey,
  entry: z.string().max(4000),
  entrySignature: armoredSignature,
});

/** Makes a one-time link for a new colleague. Only an administrator may. */
export async function invitePerson(me: SignedInPerson, input: z.infer<typeof invitationSchema>) {
  requireAdministrator(me);
  const token = newToken();
  const expiresDay = addDays(today(), INVITATION_DAYS);
  await database().invitation.create({
    data: {
      id: newId(),
      tokenHash: digestOf(token),
      displayName: input.displayName,
      roles: JSON.stringify(input.roles),
      invitedBy: me.id,
      expiresDay,
    },
  });
  return { path: `/join/${token}`, expiresDay };
}

/** Makes a person who joined a certified member of the office: from then on cases can be wrapped to them. */
export async function certifyPerson(
  me: SignedInPerson,
  personId: string | undefined,
  input: z.infer<typeof certificationSchema>,
) {
  requireAdministrator(me);
  const db = database();
  const person = await db.person.findUnique({ where: { id: personId ?? "" } });
  const office = await db.office.findFirstOrThrow();
  if (!person) throw notFound();
  if (person.state === "active") throw new Problem(409, "This person is certified already. Nothing was changed.");
  const { entry } = await requireCertifiedPerson({ id: person.id, ...input }, office.publicKey);
  const invitation = await db.invitation.findUniqueOrThrow({ where: { personId: person.id } });
  const invited = (JSON.parse(invitation.roles) as string[]).sort().join();
  if (
    entry.fingerprint !== person.fingerprint ||
    [...entry.roles].sort().join() !== invited ||
    entry.name !== person.displayName
  ) {
    throw new Problem(
      400,
      "The certification is for another key, name or set of roles than the invitation, so nothing was stored.",
    );
  }
  await db.person.update({
    where: { id: person.id },
    data: { ...input, roles: JSON.stringify(entry.roles), state: "active" },
  });
}

/** The people and open invitations, as an administrator and everybody in the office may see them. */
export async function readTeam(me: SignedInPerson) {
  const db = database();
  const people = await db.person.findMany({
    orderBy: { displayName: "asc" },
    select: { id: true, displayName: true, name: true, roles: true, state: true, fingerprint: true, publicKey: true },
  });
  const invitations = me.roles.includes("administrator")
    ? await db.invitation.findMany({
        where: { personId: null, expiresDay: { gte: today() } },
        select: { id: true, displayName: true, roles: true, expiresDay: true },
      })
    : [];
  const invited = await db.invitation.findMany({
    where: { personId: { not: null } },
    select: { personId: true, roles: true },
  });
  const invitedRoles = new Map(invited.map((row) => [row.personId, JSON.parse(row.roles) as string[]]));
  return {
    people: people.map(({ id, roles, ...person }) => ({
      ...person,
      person: id,
      roles: person.state === "active" ? (JSON.parse(roles) as string[]) : (invitedRoles.get(id) ?? []),
    })),
    invitations: invitations.map((row) => ({ ...row, roles: JSON.parse(row.roles) as string[] })),
  };
}

function requireAdministrator(me: SignedInPerson) {
  if (!me.roles.includes("administrator"))
    throw new Problem(403, "Only an administrator can do this. Nothing was changed.");
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
