import { writeArmor } from "./armor";
import { randomId, toBase64, utf8 } from "./bytes";
import { requirePrivateKey } from "./keys";
import { encryptBytes } from "./messages";
import { MIN_REPLY_RSA_BITS, type PrivateKey, SETTINGS_IN_FORCE } from "./openpgp";
import { type RecipientKey, requireUsableRecipient } from "./recipients";
import { requireUsableKey, type UsableKey } from "./usable-key";

/**
 * The size of every sealed notice before armor, in bytes: whatever the text, the language and the recipient's kind of
 * key. Below 8384, so that OpenPGP writes every length inside with two octets.
 */
export const SEALED_NOTICE_BYTES = 6144;

/** The size that the text of a plain notice is filled up to, in bytes of UTF-8. */
export const PLAIN_NOTICE_BYTES = 1536;

const CRLF = "\r\n";
/** "=_" stands in no base64 and no quoted-printable text, so this can never be found inside a part. */
const BOUNDARY = "=_notice_6d1f0c8b2a";
/** The same for every mail. Encrypting mail programs write three dots where a subject is hidden; ours hides none. */
const SUBJECT = "Notice";
const MAX_ADDRESS_CHARS = 254;
const BLANK_LINE_CHARS = 64;
/** A first guess; one more round makes the size exact. RSA is shorter in one of 256 messages, and needs another. */
const FIRST_BLANKS = 3000;
const MAX_ROUNDS = 40;

/** An address that cannot stand in a header, or a text too long for the one size that all notices have. */
export class NoticeMailError extends Error {
  override readonly name = "NoticeMailError";
  constructor(readonly fault: "badAddress" | "tooLong") {
    super(`The notice cannot be written: ${fault}.`);
  }
}

type Envelope = { from: string; to: string; now: Date };

/**
 * Writes a notice as an encrypted and signed mail.
 *
 * Shape:  a whole RFC 5322 message, multipart/encrypted, CRLF throughout, ASCII. What is inside is a text/plain part,
 *         signed by `signingKey` and encrypted to the recipient alone; `gpg --decrypt` shows it as it is.
 *         `recipient`: a checked staff key, or the armored key of somebody outside the office.
 * Units:  every message from one sender has the same number of bytes. The date is the UTC day of `now` at midnight.
 * Errors: RecipientKeyError, PrivateKeyError, NoticeMailError.
 * Source: RFC 3156 §4 and §6.2 (signed and encrypted in one OpenPGP message); RFC 3834 §5.
 */
export async function sealNotice(
  options: Envelope & { text: string; recipient: RecipientKey | string; signingKey: string },
): Promise<string> {
  const { recipient, now } = options;
  const to =
    typeof recipient === "string" ? await outsider(recipient, now) : await requireUsableRecipient(recipient, now);
  const sealed = await encryptToSize(options.text, to, await requirePrivateKey(options.signingKey), now);
  return lines(
    ...headers(options),
    `Content-Type: multipart/encrypted; protocol="application/pgp-encrypted";`,
    ` boundary="${BOUNDARY}"`,
    "",
    // Readers skip what stands before the first part. It makes up for addresses of different lengths.
    "=".repeat(MAX_ADDRESS_CHARS - options.to.length),
    `--${BOUNDARY}`,
    "Content-Type: application/pgp-encrypted",
    "",
    "Version: 1",
    "",
    `--${BOUNDARY}`,
    "Content-Type: application/octet-stream",
    "",
    ...writeArmor(sealed).trimEnd().split("\n"),
    "",
    `--${BOUNDARY}--`,
  );
}

/**
 * Writes a notice for somebody outside the office who gave no key: a constant text, in the clear.
 *
 * Shape:  a whole RFC 5322 message, text/plain in base64, CRLF throughout, ASCII.
 * Units:  every message from one sender to addresses of one length has the same number of bytes; the day as in sealNotice.
 * Errors: NoticeMailError.
 */
export function writePlainNotice(options: Envelope & { text: string }): string {
  const text = canonical(options.text);
  const missing = PLAIN_NOTICE_BYTES - utf8(text).length;
  if (missing < 0) throw new NoticeMailError("tooLong");
  const body = toBase64(utf8(text + blanks(missing)));
  return lines(
    ...headers(options),
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    ...(body.match(/.{1,76}/g) ?? []),
  );
}

function headers({ from, to, now }: Envelope): string[] {
  for (const address of [from, to]) {
    if (!/^[\x21-\x7e]+@[\x21-\x7e]+$/.test(address) || address.length > MAX_ADDRESS_CHARS) {
      throw new NoticeMailError("badAddress");
    }
  }
  const day = new Date(now.getTime());
  day.setUTCHours(0, 0, 0, 0);
  return [
    `Date: ${day.toUTCString().replace("GMT", "+0000")}`,
    `From: ${from}`,
    `To: ${to}`,
    `Message-ID: <${randomId()}@${from.slice(from.lastIndexOf("@") + 1)}>`,
    `Subject: ${SUBJECT}`,
    // Keeps holiday answers from coming back.
    "Auto-Submitted: auto-generated",
    "MIME-Version: 1.0",
  ];
}

/** Outsiders may bring an older RSA key: refusing it would send their notice in the clear, which is no safer. */
async function outsider(publicKey: string, now: Date): Promise<UsableKey> {
  return requireUsableKey(publicKey, now, { minRsaBits: MIN_REPLY_RSA_BITS, config: OUTSIDER_CONFIG });
}

const OUTSIDER_CONFIG = { ...SETTINGS_IN_FORCE, minRSABits: MIN_REPLY_RSA_BITS };

/** Keys of different kinds add different lengths, so the blanks are fitted to what came out. */
async function encryptToSize(text: string, to: UsableKey, signingKey: PrivateKey, now: Date): Promise<Uint8Array> {
  const part = lines("Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", canonical(text));
  let fill = FIRST_BLANKS;
  for (let round = 0; round < MAX_ROUNDS && fill >= 0; round++) {
    const data = utf8(part + blanks(fill));
    const message = await encryptBytes({ data, to: [to], signingKey, now, config: OUTSIDER_CONFIG });
    const bytes = message.write() as Uint8Array;
    if (bytes.length === SEALED_NOTICE_BYTES) return bytes;
    fill += SEALED_NOTICE_BYTES - bytes.length;
  }
  throw new NoticeMailError("tooLong");
}

/** Blank lines of exactly this many characters in all; nothing is compressed, so blanks fill as well as anything. */
function blanks(length: number): string {
  const line = " ".repeat(BLANK_LINE_CHARS - CRLF.length) + CRLF;
  const tail = length % BLANK_LINE_CHARS;
  // A cut in the middle of a line break would leave half of it.
  return line.repeat(Math.floor(length / BLANK_LINE_CHARS)) + " ".repeat(tail);
}

function canonical(text: string): string {
  return text.replace(/\r?\n/g, CRLF);
}

function lines(...all: string[]): string {
  return all.join(CRLF) + CRLF;
}
