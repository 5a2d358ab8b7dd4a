import { type Bytes, fromUtf8, ownBytes, utf8 } from "./bytes";
import { ItemError } from "./item-error";
import { requirePrivateKey } from "./keys";
import { decryptMessage, encryptBytes, literalBytes, parseArmored } from "./messages";
import { MIN_REPLY_RSA_BITS, SETTINGS_IN_FORCE } from "./openpgp";
import { paddedLength } from "./padding";
import { RecipientKeyError, type RecipientKeyFault, requireUsableKey } from "./usable-key";

const REPLY_KEY_RULE = {
  minRsaBits: MIN_REPLY_RSA_BITS,
  config: { ...SETTINGS_IN_FORCE, minRSABits: MIN_REPLY_RSA_BITS },
};

const KEY_BLOCK = /-----BEGIN PGP PUBLIC KEY BLOCK-----[\s\S]+?-----END PGP PUBLIC KEY BLOCK-----/;

/** What a message made elsewhere holds. */
export type BareMessage = {
  text: string;
  publicKey: string | null;
  publicKeyFault: RecipientKeyFault | null;
  file: { name: string; bytes: Bytes } | null;
};

/**
 * Opens a report that was made elsewhere and encrypted straight to people.
 *
 * Shape:  the text as it is, and the public key that the reporter put inside for replies; null if there is none or it
 *         cannot be used, and then `publicKeyFault` says why. Signatures inside are not looked at: a reporter is
 *         nobody's directory entry. What is no text is a `file`, with the name that the reporter's program put in or ""; its
 *         text is that name.
 * Units:  `now` judges whether the reply key has expired; sealPlainReply judges it again.
 * Errors: ItemError: malformed or cannotDecrypt; PrivateKeyError.
 */
export async function openBareMessage(options: {
  armored: string;
  privateKey: string;
  now?: Date | undefined;
}): Promise<BareMessage> {
  const key = await requirePrivateKey(options.privateKey);
  const message = await parseArmored(options.armored);
  if (!message) throw new ItemError("malformed");
  const opened = await decryptMessage(message, key);
  const bytes = opened && literalBytes(opened);
  if (!bytes) throw new ItemError("cannotDecrypt");
  if (!isText(bytes)) {
    const name = opened?.getFilename() ?? "";
    return { text: name, publicKey: null, publicKeyFault: null, file: { name, bytes: ownBytes(bytes) } };
  }
  const text = readText(bytes);
  const block = KEY_BLOCK.exec(text)?.[0] ?? null;
  const publicKeyFault = block === null ? null : await findReplyKeyFault(block, options.now ?? new Date(0));
  return { text, publicKey: publicKeyFault ? null : block, publicKeyFault, file: null };
}

/**
 * Answers a reporter who has nothing but OpenPGP.
 *
 * Shape:  armored message to the reporter's own key, signed inside; plain text that gpg shows as it is.
 * Units:  filled with blank lines to the same lengths as other messages; blanks do, because nothing is compressed.
 * Errors: RecipientKeyError for the reporter's key (RSA from 2048 bits is accepted), PrivateKeyError.
 */
export async function sealPlainReply(options: {
  text: string;
  recipientPublicKey: string;
  signingKey: string;
  now: Date;
}): Promise<string> {
  const recipient = await requireUsableKey(options.recipientPublicKey, options.now, REPLY_KEY_RULE);
  const signingKey = await requirePrivateKey(options.signingKey);
  const { config } = REPLY_KEY_RULE;
  const data = utf8(fillWithBlanks(options.text));
  return (await encryptBytes({ data, to: [recipient], signingKey, now: options.now, config })).armor();
}

async function findReplyKeyFault(armored: string, now: Date): Promise<RecipientKeyFault | null> {
  try {
    await requireUsableKey(armored, now, REPLY_KEY_RULE);
    return null;
  } catch (error) {
    if (error instanceof RecipientKeyError) return error.fault;
    throw error;
  }
}

function fillWithBlanks(text: string): string {
  const length = utf8(text).length + 1;
  return `${text}\n${`${" ".repeat(63)}\n`.repeat(paddedLength(length) / 64 + 1).slice(0, paddedLength(length) - length)}`;
}

/** Control characters that text has; any other one, and NUL above all, tells a file. */
const TEXT_CONTROLS = [0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b];

function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 0x20 || TEXT_CONTROLS.includes(byte));
}

/** People write on all kinds of machines; text that is not UTF-8 is read as Windows-1252 rather than lost. */
function readText(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
