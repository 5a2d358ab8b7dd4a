import { isWeekend } from "../workflows";
import { CASE_EXPORT_VERSION, type CaseExport } from "./case-export";
import { all, day, hex, isText, listOf, optional, or, type Shape, shape } from "./shape";

/** A file that this program cannot judge. The reason says why; it is no verdict on the case. */
export class CannotTell extends Error {
  override readonly name = "CannotTell";
}

const isNumber: Shape = (value) => Number.isSafeInteger(value);
const isNothing: Shape = (value) => value === null;
const isOneOf =
  (...known: string[]): Shape =>
  (value) =>
    known.some((one) => one === value);

const EXPORT = shape({
  v: isOneOf(CASE_EXPORT_VERSION),
  exportedDay: day,
  office: shape({ name: isText, publicKey: isText, fingerprint: hex(40) }),
  directory: listOf(
    shape({
      entry: isText,
      entrySignature: isText,
      publicKey: isText,
      end: optional(or(isNothing, shape({ text: isText, signature: isText }))),
    }),
  ),
  machine: isNumber,
  case: shape({
    id: hex(32),
    kind: isOneOf("tip", "grievance", "complaint"),
    channel: isOneOf("browser", "armored"),
    receivedDay: day,
  }),
  policies: listOf(shape({ version: isText, limits: all(listOf(isText)) })),
  holidays: listOf(day),
  weekend: optional((value) => listOf(isNumber)(value) && isWeekend(value as number[])),
  acts: listOf(shape({ text: isText, signature: or(isNothing, isText), digest: hex(64) })),
  items: listOf(
    shape({
      id: hex(32),
      compartment: hex(32),
      seq: isNumber,
      kind: isText,
      author: or(isOneOf("reporter"), hex(32)),
      digest: hex(64),
      sizeBucket: isNumber,
      armored: optional(isText),
    }),
  ),
  compartments: listOf(
    shape({
      id: hex(32),
      type: isOneOf("correspondence", "deliberation", "identity", "respondent", "originals", "bare"),
      epoch: isNumber,
      fingerprint: or(hex(40), isOneOf("")),
      holders: listOf(hex(32)),
      custodians: listOf(shape({ person: hex(32), second: hex(32) })),
    }),
  ),
  statements: optional(listOf(shape({ digest: hex(64), text: isText }))),
  final: shape({ value: all(isText), dues: all(day), snapshotDigest: hex(64) }),
});

/**
 * Reads an export.
 *
 * Errors: CannotTell for bytes that are no JSON (a file that was cut off), for another version of the form, and for a file
 *         that lacks something or brings something that the form does not have.
 */
export function readExport(bytes: Uint8Array): CaseExport {
  const found = parse(bytes);
  const version = (found as { v?: unknown } | null)?.v;
  if (typeof version !== "string" || !version.startsWith("ombra-case-export/")) throw new CannotTell("no case export");
  if (version !== CASE_EXPORT_VERSION) {
    throw new CannotTell(`the file has the form ${version}, and this program reads ${CASE_EXPORT_VERSION}`);
  }
  if (!EXPORT(found)) throw new CannotTell("the file does not have the form that it names");
  return found as CaseExport;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new CannotTell("the file is cut off, or is not JSON");
  }
}
