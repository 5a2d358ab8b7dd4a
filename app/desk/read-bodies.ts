import type { JsonValue } from "~crypto/canonical";
import type { Cleaning, FileManifest } from "~crypto/parts";

/** What an opened item says, before anybody has looked at it. */
export type Body = JsonValue;

type JsonObject = { [key: string]: JsonValue };

/** An opened body is somebody else's data: every field is looked at before it is used. */
function asObject(body: JsonValue | undefined): JsonObject {
  return typeof body === "object" && body !== null && !Array.isArray(body) ? body : {};
}

function asText(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : "";
}

/** Texts of a list; anything else in it is left out. */
function asTexts(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

export type ReportBody = {
  form: string;
  kind: string;
  answers: JsonObject;
  struck: string[];
  text: string;
  receiptKey: string;
  language: string;
};

/** A report: the answers by field, and the people whom the reporter wants kept out. */
export function readReport(body: JsonValue): ReportBody {
  const report = asObject(body);
  return {
    form: asText(report.form),
    kind: asText(report.kind),
    answers: asObject(report.answers),
    struck: asTexts(report.struck).filter((person) => /^[0-9a-f]{32}$/.test(person)),
    text: asText(report.text),
    receiptKey: asText(report.receiptKey),
    language: /^[a-z]{2}$/.test(asText(report.language)) ? asText(report.language) : "",
  };
}

/** The text of a message, note, notice or rationale. */
export function readText(body: JsonValue): string {
  return asText(asObject(body).text);
}

/** The standards that a text of reasons cites. */
export function readStandards(body: JsonValue): string[] {
  return asTexts(asObject(body).standards);
}

/** One code in a body of reasons, such as the ground or the outcome; "" where there is none. */
export function readCode(body: JsonValue, name: string): string {
  return asText(asObject(body)[name]);
}

export type TriageBody = {
  policy: string;
  factors: Record<string, number>;
  score: number;
  computed: string;
  tier: string;
  why: string;
};

/** A triage sheet. */
export function readTriage(body: JsonValue): TriageBody {
  const sheet = asObject(body);
  const factors = Object.entries(asObject(sheet.factors)).filter(
    (entry): entry is [string, number] => typeof entry[1] === "number",
  );
  return {
    policy: asText(sheet.policy),
    factors: Object.fromEntries(factors),
    score: typeof sheet.score === "number" ? sheet.score : 0,
    computed: asText(sheet.computed),
    tier: asText(sheet.tier),
    why: asText(sheet.why),
  };
}

/** A file's manifest; null when it is none. */
export function readManifest(body: JsonValue): FileManifest | null {
  const { name, type, bytes, parts, sha256, cleaning } = asObject(body);
  if (typeof name !== "string" || !isLength(bytes) || !Array.isArray(parts)) return null;
  const read: FileManifest["parts"] = [];
  for (const part of parts) {
    const { id, bytes: length, sha256 } = asObject(part);
    if (typeof id !== "string" || !/^[0-9a-f]{32}$/.test(id) || !isLength(length) || typeof sha256 !== "string")
      return null;
    read.push({ id, bytes: length, sha256 });
  }
  return { name, type: asText(type), bytes, parts: read, sha256: asDigest(sha256), cleaning: readCleaning(cleaning) };
}

const CLEANING = ["cleaned", "kept", "uncleaned", "original"] as const;

/** What the reporter's device says that it did with a file; null where it says nothing. */
function readCleaning(value: JsonValue | undefined): Cleaning | null {
  const { state, found, original, apart } = asObject(value);
  const known = CLEANING.find((one) => one === state);
  return known ? { state: known, found: asTexts(found), original: asDigest(original), apart: apart === true } : null;
}

function asDigest(value: JsonValue | undefined): string {
  return /^[0-9a-f]{64}$/.test(asText(value)) ? asText(value) : "";
}

function isLength(value: JsonValue | undefined): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** The lines of what a reporter says about who they are: field and text. */
export function readLines(body: JsonValue): [field: string, text: string][] {
  return Object.entries(asObject(body)).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "",
  );
}
