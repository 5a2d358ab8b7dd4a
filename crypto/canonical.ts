/** What canonical JSON can say: null, booleans, text, whole numbers, lists and plain objects. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

/** Deeper than any payload of ours, shallow enough that hostile nesting cannot exhaust the stack. */
const MAX_DEPTH = 64;

export type CanonicalFault = "type" | "number" | "text" | "depth";

/**
 * A value that has no canonical JSON form.
 *
 * Shape: `fault` says what kind of value stood in the way; the value itself is not kept.
 */
export class CanonicalError extends Error {
  override readonly name = "CanonicalError";
  constructor(readonly fault: CanonicalFault) {
    super(`The value cannot be written as canonical JSON: it holds an unsupported ${fault}.`);
  }
}

/**
 * The one JSON text of a value, so that digests and signatures agree between browser, server and a reader years later.
 *
 * Shape:  keys sorted by UTF-16 code units, no spaces, shortest escapes.
 * Units:  whole numbers within ±(2^53 − 1) only; other numbers are not needed and print differently across languages.
 * Errors: CanonicalError on undefined, NaN, fractions, dates, class instances, lone surrogates and nesting beyond 64.
 * Source: RFC 8785 (JSON Canonicalization Scheme).
 */
export function canonicalJson(value: JsonValue): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new CanonicalError("depth");
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return writeText(value);
  if (typeof value === "number") return writeNumber(value);
  if (Array.isArray(value)) return writeList(value, depth);
  if (isPlainObject(value)) return writeObject(value, depth);
  throw new CanonicalError("type");
}

function writeText(text: string): string {
  // A lone surrogate has no UTF-8 form (RFC 8785 §3.2.2.2): encoding would silently replace it and change the digest.
  if (/\p{Surrogate}/u.test(text)) throw new CanonicalError("text");
  return JSON.stringify(text);
}

function writeNumber(number: number): string {
  if (!Number.isSafeInteger(number)) throw new CanonicalError("number");
  return JSON.stringify(number);
}

function writeList(list: unknown[], depth: number): string {
  return `[${Array.from(list, (entry) => write(entry, depth + 1)).join(",")}]`;
}

function writeObject(object: Record<string, unknown>, depth: number): string {
  // The default sort compares UTF-16 code units, which is what RFC 8785 §3.2.3 asks for.
  const keys = Object.keys(object).sort();
  return `{${keys.map((key) => `${writeText(key)}:${write(object[key], depth + 1)}`).join(",")}}`;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
