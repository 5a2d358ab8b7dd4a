import { ownBytes, randomBytes } from "./bytes";
import { signatureDate } from "./keys";
import {
  createMessage,
  encrypt,
  enums,
  LITERAL_DATE,
  type Message,
  type PartialConfig,
  type PrivateKey,
  readMessage,
  type SignaturePacket,
  sign,
} from "./openpgp";
import type { UsableKey } from "./usable-key";

/** Larger than anything we seal. The library caps what a message expands to, not what it is read from. */
export const MAX_MESSAGE_BYTES = 32 * 1024 * 1024;

type OpenMessage = Message<Uint8Array | string>;

/**
 * Encrypts bytes to one or more keys.
 *
 * Shape:  PKESK v3 for each key, then one SEIPD v1. The session key is made here, because the library chooses SEIPD v2,
 *         which gpg cannot read, as soon as every recipient's key advertises it.
 * Units:  no date, no file name, no compression: the length depends on the input's length alone.
 * Source: RFC 9580 §5.1.1, §5.13.1.
 */
export async function encryptBytes(options: {
  data: Uint8Array;
  to: readonly UsableKey[];
  signingKey?: PrivateKey | undefined;
  now: Date;
  config?: PartialConfig;
}): Promise<Message<Uint8Array>> {
  const plain = await createMessage({ binary: ownBytes(options.data), date: LITERAL_DATE });
  const message = options.signingKey ? await signInside(plain, options.signingKey, options.now) : plain;
  return encrypt({
    message,
    encryptionKeys: options.to.map(({ key }) => key),
    date: new Date(Math.max(...options.to.map(({ at }) => at.getTime()))),
    sessionKey: { data: randomBytes(32), algorithm: "aes256" },
    format: "object",
    ...(options.config && { config: options.config }),
  }) as Promise<Message<Uint8Array>>;
}

/** Decrypts a message that may be signed inside; null if the key does not open it or it was altered. */
export async function decryptMessage(message: OpenMessage, key: PrivateKey): Promise<OpenMessage | null> {
  return message.decrypt([key]).catch(() => null);
}

/** Reads an armored message; null if it is none, or too large to be one of ours. */
export async function parseArmored(armored: string): Promise<OpenMessage | null> {
  if (armored.length > MAX_MESSAGE_BYTES * 1.5) return null;
  return readMessage({ armoredMessage: armored }).catch(() => null);
}

/** Reads a binary message; null if it is none, or too large to be one of ours. */
export async function parseBinary(bytes: Uint8Array): Promise<OpenMessage | null> {
  if (bytes.length > MAX_MESSAGE_BYTES) return null;
  return readMessage<Uint8Array>({ binaryMessage: bytes }).catch(() => null);
}

/** The literal content of an opened message; null if it has none. */
export function literalBytes(message: OpenMessage): Uint8Array | null {
  const data: unknown = message.getLiteralData();
  return data instanceof Uint8Array ? data : null;
}

async function signInside(message: Message<Uint8Array>, key: PrivateKey, now: Date): Promise<Message<Uint8Array>> {
  const date = signatureDate(now, key);
  for (;;) {
    const signed = (await sign({ message, signingKeys: key, date, format: "object" })) as Message<Uint8Array>;
    const signatures = signed.packets.filterByTag(enums.packet.signature) as unknown as SignaturePacket[];
    if (signatures.every(isFullLength)) return signed;
  }
}

/**
 * An EdDSA signature whose two numbers begin with a zero byte is written shorter (one in 128). Signing again, which is
 * salted, keeps all messages of one size at one size.
 */
function isFullLength(signature: SignaturePacket & { write?: () => Uint8Array }): boolean {
  if (signature.publicKeyAlgorithm !== enums.publicKey.eddsaLegacy || !signature.write) return true;
  const tail = signature.write().subarray(-68);
  return [0, 34].every((offset) => Math.ceil((((tail[offset] ?? 0) << 8) | (tail[offset + 1] ?? 0)) / 8) === 32);
}
