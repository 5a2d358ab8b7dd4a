import { canonicalJson, type JsonValue } from "./canonical";
import { COMPARTMENT_TYPES, type CompartmentType } from "./compartments";
import type { ItemPayload } from "./items";

const FIELDS = "body,case,compartment,kind,pad,prev,seq,v";

/**
 * Reads the text inside an item.
 *
 * Shape: exactly the fields of ItemPayload, in canonical form: a text with doubled keys or another order could be read
 *        differently by two readers, and is refused.
 * Errors: null where the text is anything else; JSON.parse's and canonicalJson's own errors.
 */
export function parsePayload(text: string): ItemPayload | null {
  const value: JsonValue = JSON.parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  if (Object.keys(value).sort().join() !== FIELDS || canonicalJson(value) !== text) return null;
  const { v, case: caseId, compartment, kind, seq, prev, body, pad } = value;
  if (v !== 1 || typeof kind !== "string" || typeof pad !== "string" || body === undefined) return null;
  if (typeof caseId !== "string" || !/^[0-9a-f]{32}$/.test(caseId)) return null;
  if (typeof prev !== "string" || !/^([0-9a-f]{64})?$/.test(prev)) return null;
  if (typeof seq !== "number" || seq < 0) return null;
  if (!isCompartmentType(compartment)) return null;
  return { v, case: caseId, compartment, kind, seq, prev, body, pad };
}

function isCompartmentType(value: JsonValue | undefined): value is CompartmentType {
  return COMPARTMENT_TYPES.some((type) => type === value);
}
