import { z } from "zod";
import { isLanguage } from "~/locales/languages";
import { today } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { notFound, Problem } from "~/platform/problems.server";
import { digestOf, newToken, sameDigest } from "~/platform/secrets.server";
import { newPerson, requireCertifiedPerson } from "./new-person.server";
import { personSchema, ROLES } from "./schemas.server";

const armored = z.string().max(100_000).startsWith("-----BEGIN PGP");

/** Browsers name more zones than `Intl.supportedValuesOf` lists, such as "Etc/UTC". */
function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** What the browser sends when it has made the office's key and the first person's. */
export const setupSchema = z.object({
  office: z.object({
    name: z.string().trim().min(2).max(200),
    languages: z
      .array(
        z
          .string()
          .regex(/^[a-z]{2}$/)
          .refine(isLanguage),
      )
      .min(1)
      .max(20),
    timeZone: z.string().min(1).max(60).refine(isTimeZone),
    publicKey: armored,
    recoveryKey: armored,
  }),
  person: personSchema.extend({
    displayName: z.string().trim().min(2).max(120),
    roles: z.array(z.enum(ROLES)).min(1),
    entry: z.string().max(4000),
    entrySignature: armored,
  }),
  officeKeyWrap: armored,
});

let link: { token: string; hash: string } | null = null;

/** The path of the one-time set-up link while no office exists, else null. A restart makes a new link. */
export async function setupPath(): Promise<string | null> {
  if ((await database().office.count()) > 0) return null;
  if (!link) {
    const token = newToken();
    link = { token, hash: digestOf(token) };
  }
  return `/setup/${link.token}`;
}

/** Lets only the holder of the set-up link in, and only while no office exists. */
export async function requireSetupToken(token: string | undefined): Promise<void> {
  const open = link && (await database().office.count()) === 0;
  if (!open || !token || !sameDigest(digestOf(token), link?.hash ?? "")) throw notFound();
}

/**
 * Founds the office: its key's public half, the first person, and the office's private key wrapped to that person.
 *
 * Errors: Problem 404 with a wrong link, 409 when an office exists already, 400 when the person is not certified by the key given.
 */
export async function setUpOffice(token: string | undefined, input: z.infer<typeof setupSchema>): Promise<void> {
  await requireSetupToken(token);
  const { office, person, officeKeyWrap } = input;
  const { entry, fingerprint } = await requireCertifiedPerson(person, office.publicKey);
  if (!entry.roles.includes("administrator"))
    throw new Problem(400, "The first person must be an administrator. Nothing was stored.");
  await database().$transaction(async (tx) => {
    if ((await tx.office.count()) > 0)
      throw new Problem(409, "An office was set up in the meantime. Nothing was changed.");
    await tx.office.create({
      data: {
        id: "office",
        name: office.name,
        languages: JSON.stringify(office.languages),
        timeZone: office.timeZone,
        publicKey: office.publicKey,
        fingerprint,
        recoveryKey: office.recoveryKey,
        demonstration: process.env.OMBRA_DEMONSTRATION === "1",
        createdDay: today(),
      },
    });
    await tx.person.create({
      data: await newPerson(person, {
        state: "active",
        displayName: person.displayName,
        entry: person.entry,
        entrySignature: person.entrySignature,
        roles: entry.roles,
      }),
    });
    await tx.officeKeyWrap.create({ data: { personId: person.id, sealed: officeKeyWrap } });
  });
  link = null;
}
