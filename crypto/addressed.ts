import { inspectArmored } from "./packets";
import { readPublicKey } from "./usable-key";

/** Larger than any item: 4 MiB of armor. */
const MAX_ITEM_BYTES = 4 * 1024 * 1024;

/**
 * Checks, without opening it, that a message is sealed to one key and to nobody else.
 *
 * Shape:  the key as an armored public key, or as the key IDs of its encryption subkeys.
 * Errors: PacketError as inspectArmored; an Error if the key cannot be read.
 */
export async function requireAddressedTo(armored: string, to: string | readonly string[]): Promise<void> {
  const keyIds = typeof to === "string" ? await subkeyIds(to) : to;
  const options = { intakeKeys: [{ person: "", keyIds }], maxBytes: MAX_ITEM_BYTES, minRecipients: 1 };
  await inspectArmored(armored, options);
}

/** A key that its holder will use is checked by them; here only its numbers are read, so that taking in a report stays quick. */
async function subkeyIds(publicKey: string): Promise<string[]> {
  const key = await readPublicKey(publicKey);
  return key.getSubkeys().map((subkey) => subkey.getKeyID().toHex());
}
