import type { OpenedCase, OpenedItem } from "./open-case";
import type { CaseRecord } from "./records";
import { differsFromOriginal, isCoveredCopy } from "./summary";

/** Kinds of items in each section of a file. What fits nowhere else is a note. */
const CONVERSATION = ["message", "notice", "transfer"];
const REASONS = ["triage", "rationale", "findings", "decision", "statement"];
const PACKAGE = ["package", "answer"];

export type Section = "report" | "conversation" | "package" | "handover" | "files" | "notes" | "reasons";

/** The section of a file in which items of a kind stand. */
export function sectionOf(kind: string): Section {
  if (kind === "report" || kind === "identity") return "report";
  if (kind === "file") return "files";
  if (kind === "handover") return "handover";
  if (CONVERSATION.includes(kind)) return "conversation";
  if (PACKAGE.includes(kind)) return "package";
  return REASONS.includes(kind) ? "reasons" : "notes";
}

/**
 * The items of one section, oldest first. Copies that say the same as an original that is open here are left out.
 *
 * Shape: the order is that of the acts that brought the items, because days alone do not order them. Whoever has only one part
 *        of the case has not all of its acts, and goes by the order of that part.
 */
export function itemsOf(section: Section, record: CaseRecord, opened: OpenedCase): OpenedItem[] {
  const order = record.scope === "respondent" ? new Map<string, number>() : orderOf(record);
  const place = ({ item }: OpenedItem) => order.get(item.digest) ?? Number.MAX_SAFE_INTEGER;
  return opened.items
    .filter(({ item }) => sectionOf(item.kind) === section)
    .filter((one) => differsFromOriginal(one, opened) || !isCoveredCopy(one, opened))
    .sort((a, b) => place(a) - place(b) || a.compartment.epoch - b.compartment.epoch || a.item.seq - b.item.seq);
}

function orderOf({ acts }: CaseRecord): Map<string, number> {
  const order = new Map<string, number>();
  for (const { text } of acts) {
    try {
      const { itemDigests } = JSON.parse(text) as { itemDigests?: unknown };
      for (const digest of Array.isArray(itemDigests) ? itemDigests : []) order.set(String(digest), order.size);
    } catch {
      // An act that is no JSON is reported by the chain check; it orders nothing.
    }
  }
  return order;
}
