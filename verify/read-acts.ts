import { type Act, actText } from "../crypto/acts";
import type { ExportedAct } from "./case-export";
import { day, hex, isText, listOf, or, type Shape, shape } from "./shape";

/** An act at its place in the export. `act` is null where the text is not in the one form that is signed. */
export type PlacedAct = ExportedAct & { readonly place: number; readonly act: Act | null };

const isParty: Shape = (value) => value === "reporter" || value === "system";
const ACT = shape({
  v: (value) => value === 1,
  case: hex(32),
  seq: (value) => Number.isSafeInteger(value),
  event: isText,
  codes: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  itemDigests: listOf(hex(64)),
  prevAct: or(hex(64), (value) => value === ""),
  day,
  actor: or(isParty, hex(32)),
  role: isText,
});

/** Reads the acts' texts, each once. */
export function readActs(acts: readonly ExportedAct[]): PlacedAct[] {
  return acts.map((stored, place) => ({ ...stored, place, act: readAct(stored.text) }));
}

/** Whether an act is a person's, and has to be signed. */
export function isPersons({ actor }: Act): boolean {
  return actor !== "reporter" && actor !== "system";
}

/** The fingerprints of the keys that an act brought; they stand in what was signed. */
export function keysOf(act: Act | null): string[] {
  const keys = act?.codes.keys;
  return Array.isArray(keys) ? keys.map(String) : [];
}

/** The digest of the text that an act proposes to publish, or publishes; null where it names none. */
export function statementOf({ codes }: Act): string | null {
  return typeof codes.statement === "string" ? codes.statement : null;
}

function readAct(text: string): Act | null {
  try {
    const found: unknown = JSON.parse(text);
    return ACT(found) && actText(found as Act) === text ? (found as Act) : null;
  } catch {
    // Whatever the text is, it is none that anybody could have signed as an act.
    return null;
  }
}
