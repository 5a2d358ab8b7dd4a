import type { Day, Digest, Fingerprint } from "./ids";
import { requirePrivateKey, signatureDate } from "./keys";
import { createCleartextMessage, END_OF_TIME, readCleartextMessage, sign, verify } from "./openpgp";
import { SignatureError } from "./signatures";
import { readPublicKey } from "./usable-key";

/**
 * What an office confirms about a report: that it lay there, sealed, on a day. Neither reference nor kind stands in it, so
 * that it opens and finds nothing.
 *
 * Shape: `signedBy` says in words whose key signs; `digest` is SHA-256 of the sealed report as the office keeps it.
 */
export type Statement = {
  office: string;
  officeFingerprint: Fingerprint;
  day: Day;
  digest: Digest;
  signedBy: string;
};

/** The first line, by which the format is known. It is English everywhere: the reader may be a court abroad. */
const TITLE = "STATEMENT OF RECEIPT";

/**
 * Signs a statement of receipt, for the reporter to keep and to show without opening the case.
 *
 * Shape:  clear-signed text that anybody reads, and that `gpg --verify` checks with the office's published keys. `further` are
 *         paragraphs in other languages.
 * Units:  dated with the day of the report, or the signer's own key if that is newer: when somebody fetched it is nobody's
 *         business.
 * Errors: PrivateKeyError.
 * Source: RFC 9580 §7.
 */
export async function signStatement(
  statement: Statement,
  privateKey: string,
  further: readonly string[] = [],
): Promise<string> {
  const signer = await requirePrivateKey(privateKey);
  const message = await createCleartextMessage({ text: statementText(statement, further) });
  const date = signatureDate(new Date(`${statement.day}T00:00:00Z`), signer);
  return sign({ message, signingKeys: signer, date });
}

/**
 * Checks a statement of receipt: one good signature of this key, over this office, day and report.
 *
 * Errors: SignatureError; "malformed" also where it is about another report.
 */
export async function verifyStatement(
  armored: string,
  expected: Omit<Statement, "signedBy" | "office">,
  publicKey: string,
): Promise<void> {
  const key = await readPublicKey(publicKey).catch(() => null);
  if (!key) throw new SignatureError("unknownSigner");
  const message = await readCleartextMessage({ cleartextMessage: armored }).catch(() => null);
  if (!message) throw new SignatureError("malformed");
  if (!message.getSigningKeyIDs().every((id) => key.getKeys(id).length > 0)) throw new SignatureError("unknownSigner");
  try {
    const { signatures } = await verify({ message, verificationKeys: key, date: END_OF_TIME });
    if (signatures.length !== 1) throw new SignatureError("malformed");
    for (const { verified } of signatures) await verified;
  } catch {
    throw new SignatureError("badSignature");
  }
  const text = message.getText();
  const { officeFingerprint, day, digest } = expected;
  const isAboutIt = [fingerprintLine(officeFingerprint), dayLine(day), digestLine(digest)].every((line) =>
    text.split("\n").includes(line),
  );
  if (!text.startsWith(TITLE) || !isAboutIt) throw new SignatureError("malformed");
}

function statementText({ office, officeFingerprint, day, digest, signedBy }: Statement, further: readonly string[]) {
  return [
    TITLE,
    "",
    `Office: ${oneLine(office)}`,
    fingerprintLine(officeFingerprint),
    dayLine(day),
    digestLine(digest),
    `Signed by: ${oneLine(signedBy)}`,
    "",
    "The office confirms that a sealed report with this digest lay with it on this day.",
    "This statement says nothing about what is in the report, who sent it or what became of it.",
    "It opens nothing, and it is no receipt: it leads nobody to the report but the office.",
    "",
    "To check it, take the office's keys from its page of keys, compare the fingerprint of the office key",
    "with one from elsewhere, and run in this order:",
    "",
    "    gpg --import keys.asc",
    "    gpg --verify statement.txt",
    ...further.flatMap((paragraph) => ["", paragraph]),
    "",
  ].join("\n");
}

function fingerprintLine(fingerprint: Fingerprint): string {
  return `Office key: ${fingerprint.toUpperCase().replace(/(.{4})(?=.)/g, "$1 ")}`;
}

function dayLine(day: Day): string {
  return `Received on: ${day}`;
}

function digestLine(digest: Digest): string {
  return `SHA-256 of the sealed report: ${digest}`;
}

/** A name must not add a line of its own. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
