import * as openpgp from "openpgp";

const MEBIBYTE = 1024 * 1024;

/** RSA below this is weak for people who hold cases (BSI TR-02102-1: 3000 bits and more). */
export const MIN_RSA_BITS = 3072;

/** A reporter's own reply key may be older: refusing it would leave them without an answer, not safer. */
export const MIN_REPLY_RSA_BITS = 2048;

/**
 * Every setting of OpenPGP.js that we rely on, including defaults, so that an upgrade cannot change one unseen.
 * They are set on the library's global configuration: a call that forgets to pass them is still covered.
 *
 * Source: RFC 9580; OpenPGP.js 6.3.2 src/config.
 */
export const SETTINGS = {
  // GnuPG 2.2 and 2.4 read neither SEIPDv2 nor v6 keys; reports must open with gpg alone.
  aeadProtect: false,
  v6Keys: false,
  enableParsingV5Entities: false,

  preferredSymmetricAlgorithm: openpgp.enums.symmetric.aes256,
  preferredHashAlgorithm: openpgp.enums.hash.sha512,

  // Compression makes length depend on content and undoes the padding.
  preferredCompressionAlgorithm: openpgp.enums.compression.uncompressed,
  // A 79 kB zlib message can expand to 60 MiB; nothing that we read is compressed and larger than this.
  maxDecompressedMessageSize: 32 * MEBIBYTE,
  // 2^17 KiB = 128 MiB. A hostile message must not ask for a terabyte.
  maxArgon2MemoryExponent: 17,

  // Never plaintext that is not integrity-protected, and never before its integrity is known.
  allowUnauthenticatedMessages: false,
  allowUnauthenticatedStream: false,

  // A message that is not exactly what RFC 9580 §10.3 describes is refused, not repaired.
  enforceGrammar: true,
  ignoreMalformedPackets: false,
  // gpg and Sequoia add packets of their own to messages and keys; requireRecipientKey is stricter.
  ignoreUnsupportedPackets: true,

  allowInsecureDecryptionWithSigningKeys: false,
  allowInsecureVerificationWithReformattedKeys: false,
  allowMissingKeyFlags: false,

  minRSABits: MIN_RSA_BITS,
  rejectPublicKeyAlgorithms: new Set([openpgp.enums.publicKey.elgamal, openpgp.enums.publicKey.dsa]),
  rejectCurves: new Set([openpgp.enums.curve.secp256k1]),
  // SHA-1 certifications can be forged by collision (SHA-1 is a Shambles, 2020); the default still takes them.
  rejectHashAlgorithms: new Set([openpgp.enums.hash.md5, openpgp.enums.hash.ripemd, openpgp.enums.hash.sha1]),
  rejectMessageHashAlgorithms: new Set([openpgp.enums.hash.md5, openpgp.enums.hash.ripemd, openpgp.enums.hash.sha1]),

  // Keys exported for gpg carry an iterated and salted S2K; gpg 2.2 and 2.4 refuse Argon2 there.
  s2kType: openpgp.enums.s2k.iterated as openpgp.enums.s2k.iterated,
  s2kIterationCountByte: 224,

  // Salts EdDSA against fault attacks. It shows which library signed, which is no secret for staff; reporters do not sign.
  nonDeterministicSignaturesViaNotation: true,

  // Armor says nothing about the software that made it.
  showVersion: false,
  showComment: false,
} satisfies openpgp.PartialConfig;

Object.assign(openpgp.config, SETTINGS);

/** Keys that we publish must be understood as a whole: an unknown packet in one is a reason to refuse it. */
export const RECIPIENT_KEY_CONFIG: openpgp.PartialConfig = { ignoreUnsupportedPackets: false };

/** The whole configuration, for the library's methods that do not take a part of one. */
export const SETTINGS_IN_FORCE: openpgp.Config = { ...openpgp.config };

/**
 * The kind of every key that we make: Ed25519 and Curve25519 under their older OpenPGP numbers.
 * gpg 2.2 and 2.4 cannot use the newer ones (RFC 9580 algorithms 25 and 27).
 */
export const KEY_KIND = { type: "ecc", curve: "curve25519Legacy" } as const;

/** The date in a literal packet is set to the epoch; the library's default is the second of writing. */
export const LITERAL_DATE = new Date(0);

/** The last second that OpenPGP can express (RFC 9580 §3.5): for signatures whose order is bound elsewhere. */
export const END_OF_TIME = new Date(0xffffffff * 1000);

export type { Config, Message, PartialConfig, PrivateKey, PublicKey, Subkey } from "openpgp";
export {
  createCleartextMessage,
  createMessage,
  decryptKey,
  encrypt,
  encryptKey,
  encryptSessionKey,
  enums,
  generateKey,
  readCleartextMessage,
  readKey,
  readKeys,
  readMessage,
  readPrivateKey,
  readSignature,
  revokeKey,
  SignaturePacket,
  sign,
  verify,
} from "openpgp";
