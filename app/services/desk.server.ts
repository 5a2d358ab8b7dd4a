import { database } from "~/platform/database.server";
import { readPublicOffice } from "./office.server";
import { requirePersonOrSignIn, type SignedInPerson } from "./sign-in.server";

export { readQueue } from "./queue.server";
export { readCase } from "./read-case.server";
export { readTeam } from "./team.server";

/** Who sits at the desk, with the locked key that only their passphrase opens. A stranger is sent to the sign-in page. */
export async function readDesk(request: Request) {
  const person = await requirePersonOrSignIn(request);
  const [office, keyWrap] = await Promise.all([
    readPublicOffice(),
    database().officeKeyWrap.findUnique({ where: { personId: person.id } }),
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
      lockedKey: person.lockedKey,
      salt: person.salt,
      kdf: JSON.parse(person.kdf) as { name: "argon2id"; memoryKiB: number; passes: number; lanes: number },
    } satisfies SignedInPerson & Record<string, unknown>,
    office: rest,
    directory,
    officeKeyWrap: keyWrap?.sealed ?? null,
  };
}
