import { database } from "~/platform/database.server";
import { readPublicOffice } from "./office.server";
import { readFormerLines } from "./people/former-lines.server";
import { judgeEnd, keyEnd } from "./people/key-ends.server";
import { requirePersonOrSignIn, type SignedInPerson } from "./sign-in.server";

export { readHeldBack } from "./held-back.server";
export { readOverdueOutside } from "./overdue-outside.server";
export { readQueue } from "./queue.server";
export { readCase } from "./read-case.server";
export { readTeam } from "./team.server";

/** Who sits at the desk, with the locked key that only their passphrase opens. A stranger is sent to the sign-in page. */
export async function readDesk(request: Request) {
  const person = await requirePersonOrSignIn(request);
  const db = database();
  const [office, keyWrap, former, mine, next] = await Promise.all([
    readPublicOffice(),
    db.officeKeyWrap.findUnique({ where: { personId: person.id } }),
    readFormerLines(),
    db.formerLine.findMany({ where: { personId: person.id, lockedKey: { not: null } }, orderBy: { day: "asc" } }),
    db.nextKey.findUnique({ where: { personId: person.id } }),
  ]);
  if (!office) throw new Error("A person without an office.");
  const { directory, ...rest } = office;
  return {
    me: {
      id: person.id,
      person: person.id,
      name: person.name,
      displayName: person.displayName,
      roles: JSON.parse(person.roles) as string[],
      state: person.state,
      fingerprint: person.fingerprint,
      publicKey: person.publicKey,
      keyEnd: await ownEnd(person.publicKey),
      lockedKey: person.lockedKey,
      salt: person.salt,
      kdf: JSON.parse(person.kdf) as { name: "argon2id"; memoryKiB: number; passes: number; lanes: number },
      /** Keys that this person left and still needs: what was sealed to them opens with them alone. */
      oldKeys: mine.map(({ fingerprint, lockedKey }) => ({ fingerprint, lockedKey: lockedKey ?? "" })),
      nextKey: next && { fingerprint: next.fingerprint, lockedKey: next.lockedKey, day: next.day },
    } satisfies SignedInPerson & Record<string, unknown>,
    office: rest,
    directory,
    former,
    officeKeyWrap: keyWrap?.sealed ?? null,
  };
}

/** The day on which one's own key ends, where that is near or past. */
async function ownEnd(publicKey: string): Promise<{ day: string; isOver: boolean } | null> {
  const day = await keyEnd(publicKey);
  if (day === null) return null;
  const { isNear, isOver } = await judgeEnd(day);
  return isNear ? { day, isOver } : null;
}
