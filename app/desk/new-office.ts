import { certifyPerson, type MadePerson, type MakingStep, makePerson, type NewPerson } from "./new-person";
import { post } from "./office-api";
import type { Role } from "./records";

export type OfficeAnswers = { name: string; languages: string[]; timeZone: string };
export type FirstPersonAnswers = { displayName: string; name: string; roles: Role[]; passphrase: string };

/** Everything that set-up makes on this device. Nothing of it has been sent yet. */
export type MadeOffice = {
  body: {
    office: OfficeAnswers & { publicKey: string; recoveryKey: string };
    person: NewPerson & { displayName: string; roles: Role[]; entry: string; entrySignature: string };
    officeKeyWrap: string;
  };
  fingerprint: string;
  made: MadePerson;
};

/**
 * Makes the office's key and the first person's, certifies the one with the other, and wraps the office key to the person.
 *
 * Shape:  one set of twelve words opens both recovery copies, because both lie in the same envelope.
 * Errors: those of crypto/; nothing has been sent when one comes.
 */
export async function makeOffice(
  office: OfficeAnswers,
  first: FirstPersonAnswers,
  day: string,
  onStep: (step: MakingStep) => Promise<void>,
): Promise<MadeOffice> {
  const { generateKeyPair } = await import("~crypto/keys");
  const { wrapKey } = await import("~crypto/wraps");
  const { exportForRecovery } = await import("~crypto/lock");

  await onStep("officeKey");
  const officeKey = await generateKeyPair({ name: office.name, now: new Date() });
  const made = await makePerson(first, onStep);
  const recoveryKey = await exportForRecovery({ privateKey: officeKey.privateKey, passphrase: made.words.join(" ") });

  await onStep("certify");
  const certified = await certifyPerson({
    person: made.person.id,
    name: first.displayName,
    publicKey: made.person.publicKey,
    fingerprint: made.person.fingerprint,
    roles: first.roles,
    day,
    officePrivateKey: officeKey.privateKey,
  });
  const officeKeyWrap = await wrapKey({
    privateKey: officeKey.privateKey,
    recipient: certified.publicKey,
    now: new Date(),
  });
  const person = { ...made.person, ...certified, displayName: first.displayName, roles: first.roles };
  return {
    body: { office: { ...office, publicKey: officeKey.publicKey, recoveryKey }, person, officeKeyWrap },
    fingerprint: officeKey.fingerprint,
    made,
  };
}

/**
 * Sends what was made.
 *
 * Errors: Problem.
 */
export async function sendOffice(token: string, { body }: MadeOffice): Promise<void> {
  await post(`/api/v1/setup/${token}`, body);
}
