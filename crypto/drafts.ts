import { fromUtf8, ownBytes, utf8 } from "./bytes";
import { canonicalJson, type JsonValue } from "./canonical";
import { literalBytes, parseBinary } from "./messages";
import { createMessage, encrypt, enums, LITERAL_DATE } from "./openpgp";
import { paddedLength, randomPad } from "./padding";
import { drawReceipt, parseReceipt } from "./receipt";

const VERSION = 1;
/** A draft holds answers and no files; what is larger is something else. */
const MAX_DRAFT_BYTES = 4 * 1024 * 1024;

export type DraftFault = "foreign" | "closed" | "newer";

/**
 * A draft file that was not opened: it is none, other words close it (or it was altered: nobody can tell these apart),
 * or a later version of the software made it.
 */
export class DraftError extends Error {
  override readonly name = "DraftError";
  constructor(readonly fault: DraftFault) {
    super(`The draft cannot be opened: ${fault}.`);
  }
}

/**
 * Seals a half-written report for its writer alone, to be kept as a file.
 *
 * Shape:  one binary OpenPGP message under twelve new words (128 bits), which are the passphrase with single spaces
 *         between them: `gpg --decrypt` opens it. The words are not a receipt and open no mailbox.
 * Units:  padded like everything that is sealed. No slow hash is needed at 128 bits, so it works without WebAssembly.
 * Source: RFC 9580 §5.3 (SKESK v4), §5.13.1 (SEIPD v1).
 */
export async function sealDraft(body: JsonValue): Promise<{ words: string[]; bytes: Uint8Array }> {
  const words = drawReceipt();
  const bare = { v: VERSION, kind: "draft", body, pad: "" };
  const length = utf8(canonicalJson(bare)).length;
  const data = utf8(canonicalJson({ ...bare, pad: randomPad(paddedLength(length) - length) }));
  const message = await createMessage({ binary: ownBytes(data), date: LITERAL_DATE });
  const bytes = (await encrypt({ message, passwords: [words.join(" ")], format: "binary" })) as Uint8Array;
  return { words, bytes };
}

/**
 * Opens a draft file with its words as people type them.
 *
 * Errors: DraftError; ReceiptError if the words were mistyped, before the file is tried.
 */
export async function openDraft(bytes: Uint8Array, unsafeWords: string): Promise<JsonValue> {
  const words = await parseReceipt(unsafeWords);
  const message = bytes.length > MAX_DRAFT_BYTES ? null : await parseBinary(bytes);
  if (message?.packets.filterByTag(enums.packet.symEncryptedSessionKey).length !== 1) {
    throw new DraftError("foreign");
  }
  const opened = await message.decrypt(undefined, [words.join(" ")]).catch(() => null);
  const data = opened && literalBytes(opened);
  if (!data) throw new DraftError("closed");
  const { v, kind, body } = readObject(data);
  if (kind !== "draft" || typeof v !== "number" || body === undefined) throw new DraftError("foreign");
  if (v > VERSION) throw new DraftError("newer");
  return body;
}

function readObject(data: Uint8Array): { [key: string]: JsonValue | undefined } {
  try {
    const value = JSON.parse(fromUtf8(data)) as JsonValue;
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}
