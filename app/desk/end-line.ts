import type { EndingReason } from "~crypto/directory";
import { openOfficeKey } from "./certify";
import { certifyPerson } from "./new-person";
import { post } from "./office-api";
import type { Desk, Role, TeamPerson } from "./records";

/** Somebody's new key that does not follow from their present one: nothing is certified. */
export class SuccessionError extends Error {
  override readonly name = "SuccessionError";
  constructor() {
    super("The person's present key did not sign the new one.");
  }
}

/**
 * Ends a person's certification: they leave the office.
 *
 * Shape:  gives how many cases they were taken off.
 * Errors: OfficeKeyMissing, Problem (409 names the rule in the way), those of crypto/.
 */
export async function endPerson(
  desk: Desk,
  member: TeamPerson,
  reason: "left" | "compromised",
  evenIfLost: boolean,
): Promise<number> {
  const officePrivateKey = await openOfficeKey(desk);
  const ended = await signEnd(desk, member, reason, officePrivateKey);
  const revokedKey = await takeBack(member, reason, officePrivateKey);
  const body = { ...ended, revokedKey, next: null, evenIfLost };
  return (await post<{ cases: number }>(`/api/v1/team/${member.person}/ending`, body)).cases;
}

/** Certifies a person anew, with other roles and the same key. Errors as endPerson. */
export async function changeRoles(desk: Desk, member: TeamPerson, roles: Role[]): Promise<void> {
  const officePrivateKey = await openOfficeKey(desk);
  const ended = await signEnd(desk, member, "rolesChanged", officePrivateKey);
  const { person, displayName: name, publicKey, fingerprint } = member;
  const day = dayOf(desk);
  const next = await certifyPerson({ person, name, publicKey, fingerprint, roles, day, officePrivateKey });
  await post(`/api/v1/team/${person}/ending`, { ...ended, revokedKey: null, next });
}

/**
 * Certifies the key that follows a person's present one, after the short code was compared with them.
 *
 * Errors: SuccessionError where the present key did not sign the new one; otherwise as endPerson.
 */
export async function certifyNextKey(desk: Desk, member: TeamPerson): Promise<void> {
  if (!member.next) throw new SuccessionError();
  await requireSuccession(member);
  const officePrivateKey = await openOfficeKey(desk);
  const { reason, publicKey, fingerprint } = member.next;
  const ended = await signEnd(desk, member, reason, officePrivateKey);
  const revokedKey = await takeBack(member, reason, officePrivateKey);
  const { person, displayName: name, roles } = member;
  const day = dayOf(desk);
  const next = await certifyPerson({ person, name, publicKey, fingerprint, roles, day, officePrivateKey });
  await post(`/api/v1/team/${person}/ending`, { ...ended, revokedKey, next });
}

/** Gives another administrator a copy of the office key. Errors as endPerson. */
export async function shareOfficeKey(desk: Desk, member: TeamPerson): Promise<void> {
  const privateKey = await openOfficeKey(desk);
  const { wrapTo } = await import("./plan-keys");
  const { checkDirectory } = await import("./directory");
  const directory = await checkDirectory(desk);
  const [made] = await wrapTo([member.person], privateKey, directory, desk.office.publicKey);
  await post(`/api/v1/team/${member.person}/office-key`, { sealed: made?.sealed });
}

/** The office's own day, which acts bear as well. */
function dayOf(desk: Desk): string {
  return desk.office.today ?? desk.today;
}

async function signEnd(desk: Desk, member: TeamPerson, reason: EndingReason, officePrivateKey: string) {
  const { signEnding } = await import("~crypto/directory");
  const { sha256Hex } = await import("~crypto/bytes");
  const { canonicalJson } = await import("~crypto/canonical");
  const { person, fingerprint, entry } = member;
  const ending = { v: 1 as const, line: await sha256Hex(entry), person, fingerprint, reason, day: dayOf(desk) };
  return { ending: canonicalJson(ending), endingSignature: await signEnding(ending, officePrivateKey) };
}

async function takeBack({ publicKey }: TeamPerson, reason: EndingReason, officePrivateKey: string): Promise<string> {
  const { revokeCertification } = await import("~crypto/keys");
  return revokeCertification({ publicKey, officePrivateKey, reason, now: new Date() });
}

/** The present key's own word that the new one follows it. What was compared by telephone is the new one's code. */
async function requireSuccession({ person, fingerprint, publicKey, next }: TeamPerson) {
  const { successionText } = await import("~crypto/directory");
  const { verifyText } = await import("~crypto/signatures");
  const { readFingerprint } = await import("~crypto/keys");
  try {
    if (!next || (await readFingerprint(next.publicKey)) !== next.fingerprint) throw new SuccessionError();
    const { day } = JSON.parse(next.statement) as { day: string };
    const text = successionText({ v: 1, person, from: fingerprint, to: next.fingerprint, day });
    if (text !== next.statement) throw new SuccessionError();
    await verifyText({ text, signature: next.signature, publicKey });
  } catch {
    throw new SuccessionError();
  }
}
