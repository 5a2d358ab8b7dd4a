import { heldKey, withHeldKeys } from "./key-store";
import { certifyPerson } from "./new-person";
import { post } from "./office-api";
import type { Desk, TeamPerson } from "./records";

/**
 * Certifies a person who joined: opens the office key with this administrator's key, signs, and sends the signatures.
 *
 * Errors: WrapError when the office key does not open, CertificationError when the key bears another name, Problem.
 */
export async function certifyMember(desk: Desk, member: TeamPerson): Promise<void> {
  const officePrivateKey = await openOfficeKey(desk);
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

/**
 * Certifies the key with which the server signs by itself: opens the office key as for a person, and sends the key back with
 * the signature.
 *
 * Errors: as certifyMember.
 */
export async function certifyServerKey(desk: Desk, publicKey: string): Promise<void> {
  const officePrivateKey = await openOfficeKey(desk);
  const { certifyKey } = await import("~crypto/keys");
  const name = `${desk.office.name}: notices`;
  const certified = await certifyKey({ publicKey, name, officePrivateKey, now: new Date() });
  await post("/api/v1/notices/key", { publicKey: certified });
}

/**
 * Opens the office key with this administrator's own.
 *
 * Errors: OfficeKeyMissing; WrapError when it does not open.
 */
export async function openOfficeKey({ me, office, officeKeyWrap }: Desk): Promise<string> {
  const held = heldKey(me.person);
  if (!held || !officeKeyWrap) throw new OfficeKeyMissing();
  const { openWrap } = await import("~crypto/wraps");
  const { fingerprint } = office;
  return withHeldKeys(held, (privateKey) => openWrap({ sealed: officeKeyWrap, privateKey, fingerprint }));
}

/** The office key is not at hand: this person holds no copy of it, or their own key is locked. */
export class OfficeKeyMissing extends Error {
  override readonly name = "OfficeKeyMissing";
  constructor() {
    super("The office key cannot be opened here.");
  }
}
