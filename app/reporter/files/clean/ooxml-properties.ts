import { strFromU8 } from "fflate";
import type { Finding, FindingKind } from "../picked-file";
import { readXml } from "./xml";

/** The property by element, and what it tells. */
const TELLS: Record<string, FindingKind> = {
  creator: "author",
  lastModifiedBy: "author",
  Manager: "author",
  Company: "company",
  created: "time",
  modified: "time",
  lastPrinted: "time",
  Application: "software",
  AppVersion: "software",
  Template: "template",
  HyperlinkBase: "path",
  title: "properties",
  subject: "properties",
  description: "properties",
  keywords: "properties",
  category: "properties",
};

/** Reads what a document's properties say: core, application's and custom ones, and previews. */
export function readProperties(parts: Record<string, Uint8Array>): Finding[] {
  const found = new Map<string, Finding>();
  const see = (kind: FindingKind, value?: string) =>
    found.set(`${kind} ${value ?? ""}`, value === undefined ? { kind } : { kind, value });
  for (const [name, part] of Object.entries(parts)) {
    if (/^docProps\/thumbnail/.test(name)) see("thumbnail");
    if (/^docMetadata\/|^_xmlsignatures\/|^customXml\/item\d+\.xml$/.test(name)) see("properties");
    if (/printerSettings/.test(name)) see("printer");
    if (/^ppt\/changesInfos\/|^xl\/revisions\//.test(name)) see("history");
    if (!/^docProps\/.*\.xml$/.test(name)) continue;
    readXml(strFromU8(part), (element, attribute, value) => {
      if (element === "property" && attribute === "name") see("properties", value);
      if (attribute !== null) return;
      const kind = TELLS[element];
      if (kind) see(kind, value);
      if (element === "revision" && Number(value) > 1) see("history", value);
    });
  }
  return [...found.values()];
}
