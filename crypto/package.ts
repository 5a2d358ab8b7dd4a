import { sha256Hex, utf8 } from "./bytes";
import type { Digest } from "./ids";
import { requirePrivateKey } from "./keys";
import { encryptBytes } from "./messages";
import { requireUsableKey } from "./usable-key";

/** The plain bytes of a package: what a browser seals at once, and what other programs open without a special setting. */
export const MAX_PACKAGE_BYTES = 32 * 1024 * 1024;

/** A package that is larger than one message can be. */
export class PackageError extends Error {
  override readonly name = "PackageError";
  constructor(readonly fault: "tooLarge") {
    super("The package cannot be sealed: it is too large.");
  }
}

/**
 * Seals a package for another office.
 *
 * Shape:  one armored OpenPGP message to the given key alone, signed inside; `digest` is SHA-256 of the armored text, which is
 *         the file that leaves.
 * Units:  at most MAX_PACKAGE_BYTES; the caller has padded the bytes.
 * Errors: PackageError, RecipientKeyError, PrivateKeyError.
 */
export async function sealPackage(options: {
  bytes: Uint8Array;
  recipientPublicKey: string;
  signingKey: string;
  now: Date;
}): Promise<{ armored: string; digest: Digest }> {
  if (options.bytes.length > MAX_PACKAGE_BYTES) throw new PackageError("tooLarge");
  const recipient = await requireUsableKey(options.recipientPublicKey, options.now);
  const signingKey = await requirePrivateKey(options.signingKey);
  const message = await encryptBytes({ data: options.bytes, to: [recipient], signingKey, now: options.now });
  const armored = message.armor();
  return { armored, digest: await sha256Hex(utf8(armored)) };
}
