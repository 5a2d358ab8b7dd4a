import { ArmorError, readArmor, writeArmor } from "./armor";
import { toHex } from "./bytes";
import type { PersonId } from "./ids";
import { type Packet, PacketSyntaxError, walkPackets } from "./packet-walk";
import { readPkesk } from "./pkesk";

/** A person who takes in reports, and the key IDs that a message to them is addressed to (keys.ts, encryptionKeyIds). */
export type IntakeKey = { person: PersonId; keyIds: readonly string[] };

export type PacketFault =
  | "notArmored"
  | "tooLarge"
  | "tooFewRecipients"
  | "unknownRecipient"
  | "unexpectedPacket"
  | "malformed";

/** A message from outside that must not be stored. Nothing of it is kept in the error. */
export class PacketError extends Error {
  override readonly name = "PacketError";
  constructor(readonly fault: PacketFault) {
    super(`The message cannot be taken in: ${fault}.`);
  }
}

export type InspectOptions = {
  intakeKeys: readonly IntakeKey[];
  /** Of the message in binary form. */
  maxBytes: number;
  /** Different people, not keys. */
  minRecipients?: number;
};

export type InspectedMessage = { recipients: PersonId[]; bytes: number; canonicalArmor: string };

const TAG_PKESK = 1;
const TAG_SEIPD = 18;

/** The key ID that stands for "whoever can" (RFC 9580 §5.1.8). */
const HIDDEN_RECIPIENT = "0".repeat(16);

/** Version, CFB prefix, the smallest literal packet and the MDC packet: less cannot be a whole message. */
const MIN_SEIPD_BYTES = 1 + 18 + 8 + 22;

/**
 * Decides, from packet headers alone, whether a message made elsewhere is sealed the way reports must be.
 *
 * Shape:  one PKESK version 3 for each of at least two people of the current intake set, then one SEIPD version 1, and
 *         nothing else. No hidden recipients: nobody could tell who can open it. `canonicalArmor` is what to store.
 * Units:  `bytes` and `maxBytes` count the binary message.
 * Errors: PacketError: notArmored (plain text, a cleartext signature, text around the message), tooLarge, malformed
 *         (damaged or cut off), unexpectedPacket (signed, compressed, password, SEIPD v2, OCB …), unknownRecipient,
 *         tooFewRecipients.
 * Source: RFC 9580 §4.2, §5.1.1, §5.13.1.
 */
export async function inspectArmored(unsafeArmored: string, options: InspectOptions): Promise<InspectedMessage> {
  // Base64 and line ends stay below twice the binary size: larger texts are not worth decoding.
  if (unsafeArmored.length > options.maxBytes * 2 + 4096) throw new PacketError("tooLarge");
  let bytes: Uint8Array;
  try {
    bytes = readArmor(unsafeArmored);
  } catch (error) {
    throw error instanceof ArmorError ? new PacketError(error.fault) : error;
  }
  return inspectBinary(bytes, options);
}

/** As inspectArmored, for a message that is not armored. */
export async function inspectBinary(unsafeBytes: Uint8Array, options: InspectOptions): Promise<InspectedMessage> {
  if (unsafeBytes.length > options.maxBytes) throw new PacketError("tooLarge");
  const recipients = findRecipients(unsafeBytes, options.intakeKeys);
  if (recipients.length < (options.minRecipients ?? 2)) throw new PacketError("tooFewRecipients");
  return {
    recipients,
    bytes: unsafeBytes.length,
    // Made when it is asked for: most callers only want to know.
    get canonicalArmor() {
      return writeArmor(unsafeBytes);
    },
  };
}

function findRecipients(bytes: Uint8Array, intakeKeys: readonly IntakeKey[]): PersonId[] {
  const keyIds = new Set<string>();
  let isSealed = false;
  try {
    for (const packet of walkPackets(bytes)) {
      if (isSealed) throw new PacketError("unexpectedPacket");
      if (packet.tag === TAG_PKESK) addKeyId(packet, keyIds);
      else isSealed = requireSeipd(packet);
    }
  } catch (error) {
    throw error instanceof PacketSyntaxError ? new PacketError("malformed") : error;
  }
  if (!isSealed) throw new PacketError("malformed");
  return [...new Set([...keyIds].map((keyId) => requirePerson(keyId, intakeKeys)))];
}

function addKeyId(packet: Packet, keyIds: Set<string>): void {
  const pkesk = readPkesk(packet);
  if (!pkesk) throw new PacketError("malformed");
  if (pkesk.version !== 3) throw new PacketError("unexpectedPacket");
  const keyId = toHex(pkesk.keyId);
  if (keyId === HIDDEN_RECIPIENT) throw new PacketError("unknownRecipient");
  if (keyIds.has(keyId)) throw new PacketError("unexpectedPacket");
  keyIds.add(keyId);
}

function requireSeipd({ tag, body, length }: Packet): true {
  if (tag !== TAG_SEIPD) throw new PacketError("unexpectedPacket");
  if (body.length === 0) throw new PacketError("malformed");
  if (body[0] !== 1) throw new PacketError("unexpectedPacket");
  if (length < MIN_SEIPD_BYTES) throw new PacketError("malformed");
  return true;
}

function requirePerson(keyId: string, intakeKeys: readonly IntakeKey[]): PersonId {
  const holder = intakeKeys.find(({ keyIds }) => keyIds.includes(keyId));
  if (!holder) throw new PacketError("unknownRecipient");
  return holder.person;
}
