import type { JsonValue } from "~crypto/canonical";
import { isOneOf } from "~workflows/codes";
import { HANDED_KINDS, type HandedKind } from "~workflows/handover";

/** What the case keeps of a package: for whom, which file, what was in it. */
export type Kept = {
  office: string;
  holder: string;
  recipient: string;
  digest: string;
  kinds: HandedKind[];
  entries: { name: string; bytes: number; sha256: string }[];
};

type JsonObject = { [key: string]: JsonValue };
const asObject = (value: JsonValue | undefined): JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
const asText = (value: JsonValue | undefined) => (typeof value === "string" ? value : "");
const asList = (value: JsonValue | undefined) => (Array.isArray(value) ? value : []);

/** Reads an opened item of kind `handover`: somebody else's data, so that every field is looked at. */
export function readKept(body: JsonValue): Kept {
  const kept = asObject(body);
  const recipient = asObject(kept.recipient);
  return {
    office: asText(recipient.name),
    holder: asText(kept.holder),
    recipient: asText(recipient.fingerprint),
    digest: asText(kept.digest),
    kinds: asList(kept.kinds).filter((kind): kind is HandedKind => isOneOf(HANDED_KINDS, kind)),
    entries: asList(kept.entries).map((entry) => {
      const { name, bytes, sha256 } = asObject(entry);
      return { name: asText(name), bytes: typeof bytes === "number" ? bytes : 0, sha256: asText(sha256) };
    }),
  };
}
