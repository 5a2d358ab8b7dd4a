import { heldKey } from "./key-store";
import { certifyPerson } from "./new-person";
import { post } from "./office-api";
import type { Desk, TeamPerson } from "./records";

/**
 * Certifies a person who joined: opens the office key with this administrator's key, signs, and sends the signatures.
 *
 * Errors: WrapError when the office key does not open, CertificationError when the key bears another name, Problem.
 */
export async function certifyMember(desk: Desk, member: TeamPerson): Promise<void> {
  const key = heldKey(desk.me.person);
  if (!key || !desk.officeKeyWrap) throw new OfficeKeyMissing();
  const { openWrap } = await import("~crypto/wraps");
  const officePrivateKey = await openWrap({
    sealed: desk.officeKeyWrap,
    privateKey: key.privateKey,
    fingerprint: desk.office.fingerprint,
  });
  const certified = await certifyPerson({
    person: member.person,
    name: member.displayName,
    publicKey: member.publicKey,
    fingerprint: member.fingerprint,
    roles: member.roles,
    day: desk.today,
    officePrivateKey,
  });
  await post(`/api/v1/team/${member.person}/certification`, certified);
}

/** The office key is not at hand: this person holds no copy of it, or their own key is locked. */
export class OfficeKeyMissing extends Error {
  override readonly name = "OfficeKeyMissing";
  constructor() {
    super("The office key cannot be opened here.");
  }
}
