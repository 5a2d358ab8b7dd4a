import type { Finding, Residue } from "../picked-file";

/** A copy as the stretches of bytes that make it up, what was taken out, and what stays. */
export type Cleaned = { chunks: Uint8Array<ArrayBuffer>[]; found: Finding[]; stays: Residue[] };

/** Names each kind of detail once, in the order in which they were met. */
export function kindsFound(kinds: Iterable<Finding["kind"]>): Finding[] {
  return [...new Set(kinds)].map((kind) => ({ kind }));
}

/** Bytes as text, one character a byte: for labels and marks in binary formats. */
export function latin(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = "";
  for (let at = from; at < Math.min(to, bytes.length); at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

/** Whether bytes stand at a place, written as text. */
export function startsWith(bytes: Uint8Array, text: string, at = 0): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

/** A file format of which no clean copy can be made, because it is protected by a password. */
export class LockedError extends Error {
  override readonly name = "LockedError";
  constructor() {
    super("The file is protected by a password, so it cannot be cleaned.");
  }
}
