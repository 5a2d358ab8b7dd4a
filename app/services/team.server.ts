import { z } from "zod";
import { today } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { notFound, Problem } from "~/platform/problems.server";
import { digestOf, newId, newToken } from "~/platform/secrets.server";
import { isInside } from "./case-scope.server";
import { requireCertifiedPerson } from "./new-person.server";
import { type EndingKey, readEndingKeys } from "./people/key-ends.server";
import { readNextKeys } from "./people/next-key.server";
import { armoredPublicKey, armoredSignature, ROLES } from "./schemas.server";
import type { SignedInPerson } from "./sign-in.server";

/** The team page names so many cases that wait for new keys; the queue has them all. */
const MOST_SHOWN = 50;
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
  if (person.state === "left")
    throw new Problem(409, "This person has left the office. Nothing was changed; invite them anew.", {
      rule: "hasLeft",
    });
  if (person.state !== "joined") throw new Problem(409, "This person is certified already. Nothing was changed.");
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
    select: {
      id: true,
      displayName: true,
      name: true,
      roles: true,
      state: true,
      fingerprint: true,
      publicKey: true,
      entry: true,
    },
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
  const mayCertify = me.roles.includes("administrator");
  const ends = await readEndingKeys();
  const [next, holders, working] = await Promise.all([
    readNextKeys(),
    db.officeKeyWrap.findMany({ select: { personId: true } }),
    waitingForKeys(me),
  ]);
  return {
    waiting: working,
    people: people.map(({ id, roles, entry, ...person }) => ({
      ...person,
      person: id,
      entry,
      keyEnd: endOf(ends, id),
      next: mayCertify ? (next.find((key) => key.person === id) ?? null) : null,
      holdsOfficeKey: holders.some(({ personId }) => personId === id),
      roles: person.state !== "joined" ? (JSON.parse(roles) as string[]) : (invitedRoles.get(id) ?? []),
    })),
    invitations: invitations.map((row) => ({ ...row, roles: JSON.parse(row.roles) as string[] })),
  };
}

function endOf(ends: readonly EndingKey[], person: string) {
  const end = ends.find((key) => key.person === person);
  return end ? { day: end.day, isOver: end.isOver } : null;
}

/** My open cases that wait for new keys since somebody lost access. */
async function waitingForKeys(me: SignedInPerson) {
  const mine = await database().case.findMany({
    where: { accesses: isInside(me.id), purgedMonth: null, dues: { some: { duty: "rewrap" } } },
    orderBy: { reference: "asc" },
    take: MOST_SHOWN,
    select: { id: true, reference: true },
  });
  return mine.map(({ id, reference }) => ({ case: id, reference }));
}

/** Only administrators change who belongs to the office. Errors: Problem 403. */
export function requireAdministrator(me: SignedInPerson) {
  if (!me.roles.includes("administrator"))
    throw new Problem(403, "Only an administrator can do this. Nothing was changed.");
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
