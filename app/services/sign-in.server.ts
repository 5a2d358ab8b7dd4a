import { redirect } from "@remix-run/node";
import { z } from "zod";
import { now } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { digestOf, hashHex, keyedDigest, newToken, sameDigest } from "~/platform/secrets.server";
import { clearedCookie, readSessionToken, sessionCookie } from "~/platform/session-cookie.server";
import { digest } from "./schemas.server";

/** The acting person, as every service takes it first. */
export interface SignedInPerson {
  id: string;
  name: string;
  displayName: string;
  roles: string[];
}

/** A session ends after this long, whatever happens; the key in the page's memory goes after 15 idle minutes. */
const SESSION_MS = 12 * 60 * 60 * 1000;
const FREE_TRIES = 5;
const MAX_WAIT_SECONDS = 60;
const KDF = { name: "argon2id", memoryKiB: 65_536, passes: 3, lanes: 4 };

export const signInSchema = z.object({ name: z.string().max(200), signIn: digest });

/** The salt for a name. A name that nobody has gets one too, always the same, so that names cannot be tried out. */
export async function readSignInParameters(unsafeName: string) {
  const name = unsafeName.trim().toLowerCase().slice(0, 200);
  const person = await database().person.findUnique({ where: { name } });
  if (person) return { salt: person.salt, kdf: JSON.parse(person.kdf) as unknown };
  return { salt: keyedDigest("salt", name).toString("hex").slice(0, 32), kdf: KDF };
}

const strangers = new Map<string, { failedSignIns: number; retryAfter: bigint }>();

/**
 * Opens a session. The secret is an output of the person's own Argon2id; the server keeps its SHA-256.
 *
 * Errors: Problem 401 without saying what was wrong, 429 with the seconds to wait after repeated failures. Nobody is locked out for good.
 */
export async function signIn(input: z.infer<typeof signInSchema>): Promise<Headers> {
  const db = database();
  const name = input.name.trim().toLowerCase();
  const person = await db.person.findUnique({ where: { name } });
  const record = person ?? strangers.get(name) ?? { failedSignIns: 0, retryAfter: 0n };
  const clock = BigInt(now().getTime());
  if (record.retryAfter > clock) {
    const seconds = Math.ceil(Number(record.retryAfter - clock) / 1000);
    throw new Problem(429, `Too many tries. Wait ${seconds} seconds and try again.`, { retryAfter: seconds });
  }
  const right = sameDigest(hashHex(input.signIn), person?.signInHash ?? "00".repeat(32));
  if (!person || !right || person.state === "left") {
    const failedSignIns = record.failedSignIns + 1;
    const wait = failedSignIns < FREE_TRIES ? 0 : Math.min(2 ** (failedSignIns - FREE_TRIES), MAX_WAIT_SECONDS);
    const data = { failedSignIns, retryAfter: clock + BigInt(wait * 1000) };
    if (person) await db.person.update({ where: { id: person.id }, data });
    else rememberStranger(name, data);
    throw new Problem(401, "This name and passphrase do not open the desk. Check both and try again.");
  }
  const token = newToken();
  await db.$transaction([
    db.person.update({ where: { id: person.id }, data: { failedSignIns: 0, retryAfter: 0n } }),
    db.session.deleteMany({ where: { expiresAt: { lt: clock } } }),
    db.session.create({
      data: { tokenHash: digestOf(token), personId: person.id, expiresAt: clock + BigInt(SESSION_MS) },
    }),
  ]);
  return new Headers({ "Set-Cookie": sessionCookie(token) });
}

/** Ends the session of this request. */
export async function signOut(request: Request): Promise<Headers> {
  const token = readSessionToken(request);
  if (token) await database().session.deleteMany({ where: { tokenHash: digestOf(token) } });
  return new Headers({ "Set-Cookie": clearedCookie() });
}

/** Who is asking, or null. */
export async function findPerson(request: Request) {
  const token = readSessionToken(request);
  if (!token) return null;
  const session = await database().session.findUnique({
    where: { tokenHash: digestOf(token) },
    include: { person: true },
  });
  if (!session || session.expiresAt < BigInt(now().getTime())) return null;
  // Somebody who left may have signed in during that very moment.
  if (session.person.state === "left") return null;
  return session.person;
}

/** Who is asking, for the machine interface; throws Problem 401. */
export async function requirePerson(request: Request): Promise<SignedInPerson> {
  const person = await findPerson(request);
  if (person?.state !== "active")
    throw new Problem(
      401,
      "You are not signed in, so nothing was done. Sign in and send it again; what you typed is still on your page.",
    );
  return {
    id: person.id,
    name: person.name,
    displayName: person.displayName,
    roles: JSON.parse(person.roles) as string[],
  };
}

/** Who is asking, for a page; sends a stranger to the sign-in page. */
export async function requirePersonOrSignIn(request: Request) {
  const person = await findPerson(request);
  if (!person) throw redirect("/desk/sign-in");
  return person;
}

function rememberStranger(name: string, data: { failedSignIns: number; retryAfter: bigint }) {
  if (strangers.size > 10_000) strangers.clear();
  strangers.set(name, data);
}
