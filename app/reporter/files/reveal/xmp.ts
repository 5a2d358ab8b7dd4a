import { readXml } from "../clean/xml";
import type { Finding, FindingKind } from "../picked-file";

/** XMP properties by their names without prefix, and what they tell. */
const TELLS: Record<string, FindingKind> = {
  creator: "author",
  Author: "author",
  Credit: "author",
  OwnerName: "author",
  CameraOwnerName: "author",
  CreatorTool: "software",
  Producer: "software",
  softwareAgent: "software",
  CreateDate: "time",
  ModifyDate: "time",
  DateCreated: "time",
  DateTimeOriginal: "time",
  when: "time",
  SerialNumber: "serial",
  BodySerialNumber: "serial",
  LensSerialNumber: "serial",
  Model: "camera",
  City: "place",
  Location: "place",
  GPSLatitude: "place",
  GPSLongitude: "place",
};

/** Reads what an XMP packet says, wherever it stands in the bytes of a file. Source: ISO 16684-1. */
export function readXmp(bytes: Uint8Array): Finding[] {
  const text = new TextDecoder().decode(bytes);
  const found: Finding[] = [];
  for (const [packet] of text.matchAll(/<(?:\w+:)?RDF\b[\s\S]*?<\/(?:\w+:)?RDF>/g)) {
    const open = packet.match(/<[^<>]*:?(?:History)\b/);
    if (open) found.push({ kind: "history" });
    let last = "";
    readXml(packet, (element, attribute, value) => {
      // A list's lines stand in elements of their own; the property is the last one that was named.
      const name = attribute ?? (element === "li" ? last : element);
      if (attribute === null && element !== "li") last = element;
      const kind = TELLS[name];
      if (kind) found.push({ kind, value });
    });
    for (const list of packet.matchAll(/<\w+:(creator|Author)\b[^>]*>([\s\S]*?)<\/\w+:\1>/g)) {
      for (const [, line = ""] of (list[2] ?? "").matchAll(/<rdf:li[^>]*>([^<]+)</g))
        found.push({ kind: "author", value: line });
    }
  }
  return found;
}
