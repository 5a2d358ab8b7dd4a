import { database, type Transaction } from "~/platform/database.server";
import { notFound, Problem } from "~/platform/problems.server";
import { digestOf, newToken } from "~/platform/secrets.server";
import type { Ending } from "~crypto/directory";
import { requireCertifiedPerson } from "../new-person.server";
import type { SignedInPerson } from "../sign-in.server";
import { requireAdministrator } from "../team.server";
import { type EndingInput, requireEnding } from "./ending-input.server";
import { keepFormerLine } from "./former-lines.server";
import { requireNotLast } from "./last-of-role.server";
import { leaveCases } from "./leave-cases.server";

type Person = Awaited<ReturnType<typeof requireActive>>;

/**
 * Ends a person's line in the directory with the office key's signed word: the person leaves, goes on with other roles, or
 * goes on with the new key that they made.
 *
 * Errors: Problem 403 for others than administrators, 404, 409 for somebody who left already, who is the last in a role,
 *         who alone can open cases, or who acted after the day of the statement; 400 for what the office key did not sign.
 */
export async function endLine(me: SignedInPerson, personId: string | undefined, input: EndingInput) {
  requireAdministrator(me);
  const person = await requireActive(personId);
  const office = await database().office.findFirstOrThrow();
  const ending = await requireEnding(person, input, office.publicKey);
  if (input.next) {
    const { entry } = await requireCertifiedPerson({ id: person.id, ...input.next }, office.publicKey);
    await goOn(person, ending, input, input.next, entry);
    return { cases: 0 };
  }
  // Nobody shuts the door on themselves: the office key stays with somebody who saw it happen.
  if (person.id === me.id)
    throw new Problem(409, "Somebody else has to take you out of the office, so nothing was changed.", {
      rule: "notYourself",
    });
  await leave(person, ending, input);
  return { cases: await leaveCases(person.id, ending.reason) };
}

async function requireActive(personId: string | undefined) {
  const person = await database().person.findUnique({ where: { id: personId ?? "" } });
  if (!person) throw notFound();
  if (person.state === "left")
    throw new Problem(409, "This person has left the office already. Nothing was changed.", { rule: "hasLeft" });
  if (person.state !== "active") throw notFound();
  return person;
}

async function leave(person: Person, ending: Ending, input: EndingInput) {
  await database().$transaction(async (tx) => {
    await claim(tx, person, { state: "left", ...nothingToOpen() });
    await requireQuiet(tx, person.id, ending.day);
    await requireNotLast(tx, person.id, []);
    if (!input.evenIfLost) await requireShared(tx, person.id);
    await keepFormerLine(tx, person, ending, input, null);
    await tx.formerLine.updateMany({ where: { personId: person.id }, data: { lockedKey: null } });
    await tx.session.deleteMany({ where: { personId: person.id } });
    await tx.officeKeyWrap.deleteMany({ where: { personId: person.id } });
    await tx.nextKey.deleteMany({ where: { personId: person.id } });
    await tx.notice.deleteMany({ where: { personId: person.id, state: "waiting" } });
  });
}

/** What is stored of a person who left opens nothing any more, whoever signs in with whatever. */
function nothingToOpen() {
  return { lockedKey: "", recoveryKey: "", signInHash: newToken(), mail: null };
}

type Next = NonNullable<EndingInput["next"]>;

/** The person goes on: with other roles under the same key, or under the key that they made and proved to be theirs. */
async function goOn(
  person: Person,
  ending: Ending,
  input: EndingInput,
  next: Next,
  entry: { fingerprint: string; name: string; roles: string[]; day: string },
) {
  const isSameKey = ending.reason === "rolesChanged";
  const roles = JSON.stringify(entry.roles);
  const wasRoles = (JSON.parse(person.roles) as string[]).sort().join();
  if (entry.name !== person.displayName || (!isSameKey && [...entry.roles].sort().join() !== wasRoles)) throw unfit();
  await database().$transaction(async (tx) => {
    const made = isSameKey ? null : await tx.nextKey.findUnique({ where: { personId: person.id } });
    if (entry.fingerprint !== (isSameKey ? person.fingerprint : made?.fingerprint)) throw unfit();
    // A line that was ended cannot come back, and each starts on the day on which the one before it ended.
    const isOld = (await tx.formerLine.count({ where: { id: digestOf(next.entry) } })) > 0;
    if (isOld || next.entry === person.entry || entry.day !== ending.day) throw unfit();
    const key = made && {
      fingerprint: made.fingerprint,
      keyIds: made.keyIds,
      lockedKey: made.lockedKey,
      recoveryKey: made.recoveryKey,
    };
    await claim(tx, person, { ...next, roles, ...key });
    await requireQuiet(tx, person.id, ending.day);
    await requireNotLast(tx, person.id, entry.roles);
    await keepFormerLine(tx, person, ending, input, isSameKey ? null : person.lockedKey);
    if (made) await tx.nextKey.delete({ where: { personId: person.id } });
    if (!entry.roles.includes("administrator")) await tx.officeKeyWrap.deleteMany({ where: { personId: person.id } });
  });
}

const unfit = () =>
  new Problem(
    400,
    "The certification is for another key, name or set of roles than it should be, so nothing was changed. Reload the page and try again.",
    { rule: "badEnding" },
  );

/** Of two who change a person at once, one wins: the line that ends must still be the one that counts. */
async function claim(tx: Transaction, { id, entry }: Person, data: object) {
  const { count } = await tx.person.updateMany({ where: { id, entry, state: "active" }, data });
  if (count !== 1)
    throw new Problem(
      409,
      "Somebody changed this person in the meantime, so nothing of yours was stored. Reload the page.",
      {
        rule: "actedFirst",
      },
    );
}

/** What the person signed must not bear a later day than the end: it would look like an act of somebody who was gone. */
async function requireQuiet(tx: Transaction, actor: string, day: string) {
  if ((await tx.act.count({ where: { actor, day: { gt: day } } })) > 0)
    throw new Problem(409, "This person acted after that day, so nothing was changed. Reload the page and try again.", {
      rule: "wrongDay",
    });
}

/** Counts the open cases that nobody else could open afterwards. */
async function requireShared(tx: Transaction, personId: string) {
  const alone = await tx.case.count({
    where: {
      purgedMonth: null,
      accesses: { some: { personId, scope: "case" }, none: { personId: { not: personId }, scope: "case" } },
    },
  });
  if (alone > 0)
    throw new Problem(
      409,
      `Nobody else can open ${alone} ${alone === 1 ? "case" : "cases"} of this person, so nothing was changed. Let them bring somebody in first, or say that the person has to go even so.`,
      { rule: "onlyReader", cases: alone },
    );
}
