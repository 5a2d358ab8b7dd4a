import { generateKeyPair, type KeyPair } from "./keys";

/**
 * "bare" is a report that came as an OpenPGP message straight to people: it has no key pair of its own. "originals" holds
 * files as the reporter had them, and is opened by those who took the report in and nobody who comes later.
 */
export const COMPARTMENT_TYPES = [
  "correspondence",
  "deliberation",
  "identity",
  "respondent",
  "originals",
  "bare",
] as const;

export type CompartmentType = (typeof COMPARTMENT_TYPES)[number];

/**
 * Makes the key pair of a new compartment or of its next epoch.
 *
 * Shape:  like generateKeyPair, with an empty user ID: the key says nothing about the case.
 */
export async function generateCompartmentKey({ now }: { now: Date }): Promise<KeyPair> {
  return generateKeyPair({ name: "", now });
}
