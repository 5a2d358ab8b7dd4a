import { zipSync } from "fflate";
import { randomBytes, sha256Hex, utf8 } from "~crypto/bytes";
import { MAX_PACKAGE_BYTES, PackageError } from "~crypto/package";
import { paddedLength } from "~crypto/padding";
import type { Desk, Me } from "../records";
import type { Entry } from "./entries";

/** The earliest day that a ZIP can say: when a package was made is in its signature, and nowhere else. */
const NO_DAY = new Date(1980, 0, 1);
const PADDING = "padding.bin";
/** What one more entry adds to a ZIP beside its bytes and, twice, its name. */
const ENTRY_BYTES = 76 + 2 * PADDING.length;

/** The form of a package; docs/package.md describes it. */
export const PACKAGE_FORM = "ombra-package/1";

/** What a package says of itself. */
export type PackageManifest = {
  v: typeof PACKAGE_FORM;
  office: { name: string; fingerprint: string };
  signedBy: { name: string; fingerprint: string };
  reference: string;
  day: string;
  recipient: { name: string; fingerprint: string };
  kinds: string[];
  entries: { name: string; bytes: number; sha256: string }[];
};

/** Who sends a package: the office, and the person whose key signs it. */
export type Sender = { me: Pick<Me, "displayName" | "fingerprint" | "publicKey">; office: Desk["office"] };

/** The public keys that the signature is checked with, and how. */
export function addKeys({ me, office }: Sender): Entry[] {
  return [
    { name: "README.txt", bytes: utf8(README) },
    { name: "keys/office.asc", bytes: utf8(office.publicKey) },
    { name: "keys/signer.asc", bytes: utf8(me.publicKey) },
  ];
}

/** The list of what is inside, each with its digest. */
export async function describeEntries(entries: readonly Entry[]): Promise<PackageManifest["entries"]> {
  return Promise.all(
    entries.map(async ({ name, bytes }) => ({ name, bytes: bytes.length, sha256: await sha256Hex(bytes) })),
  );
}

/**
 * Packs everything into one ZIP that is not compressed.
 *
 * Units:  filled to the lengths of everything sealed here, so that whoever carries the package learns little from its size.
 * Errors: PackageError.
 */
export function pack(entries: readonly Entry[], manifest: PackageManifest): Uint8Array {
  const whole = [{ name: "manifest.json", bytes: utf8(`${JSON.stringify(manifest, null, 2)}\n`) }, ...entries];
  if (whole.reduce((sum, { bytes }) => sum + bytes.length, 0) > MAX_PACKAGE_BYTES) throw new PackageError("tooLarge");
  const bare = zip(whole).length + ENTRY_BYTES;
  return zip([...whole, { name: PADDING, bytes: randomBytes(paddedLength(bare) - bare) }]);
}

function zip(entries: readonly Entry[]): Uint8Array {
  return zipSync(Object.fromEntries(entries.map(({ name, bytes }) => [name, bytes])), { level: 0, mtime: NO_DAY });
}

const README = `This package was handed over by one office to another.

It was encrypted to your key and signed by a person of the sending office.
1. keys/office.asc is the sending office's own key. Compare its fingerprint with
   one that you have from elsewhere: its web page, a letter, a telephone call.
2. keys/signer.asc is the key of the person who signed. The office's key certifies it.
3. Import both, then decrypt the file again: gpg names who signed it.

  gpg --import keys/office.asc keys/signer.asc
  gpg --check-signatures FINGERPRINT-OF-THE-SIGNER
  gpg --decrypt --output package.zip FILE.asc

manifest.json lists every file with its length and SHA-256. padding.bin means nothing.
report.json follows the schema urt/1.0 (/schema/urt-1.0.json on the office's pages).
`;
