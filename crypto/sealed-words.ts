import { fromUtf8, utf8 } from "./bytes";
import { ItemError } from "./item-error";
import { requirePrivateKey } from "./keys";
import { decryptMessage, encryptBytes, literalBytes, parseArmored } from "./messages";
import { requireUsableKey } from "./usable-key";

/** A mail address, and perhaps a public key, are filled up to this. */
const LENGTH_BYTES = 16 * 1024;

/**
 * Seals a few words to the server's own notice key: something that the server has to know, so that it does not travel in
 * the clear.
 *
 * Shape:  armored message out; the words are filled with blanks to one length.
 * Errors: RecipientKeyError for the notice key; RangeError for words longer than the one length.
 */
export async function sealWords(options: { words: string; publicKey: string; now: Date }): Promise<string> {
  const length = utf8(options.words).length;
  if (length > LENGTH_BYTES) throw new RangeError("These words are longer than what can be sealed here.");
  const to = await requireUsableKey(options.publicKey, options.now);
  const data = utf8(options.words + " ".repeat(LENGTH_BYTES - length));
  return (await encryptBytes({ data, to: [to], now: options.now })).armor();
}

/**
 * Opens what `sealWords` sealed.
 *
 * Errors: ItemError: malformed or cannotDecrypt.
 */
export async function openWords(options: { sealed: string; privateKey: string }): Promise<string> {
  const key = await requirePrivateKey(options.privateKey);
  const message = await parseArmored(options.sealed);
  if (!message) throw new ItemError("malformed");
  const opened = await decryptMessage(message, key);
  const bytes = opened && literalBytes(opened);
  if (!bytes) throw new ItemError("cannotDecrypt");
  return fromUtf8(bytes).trimEnd();
}
