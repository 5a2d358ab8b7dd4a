import type { FileManifest } from "~crypto/parts";
import { itemsOf } from "../case-sections";
import { readBare, withoutKeys } from "../open-bare-item";
import type { OpenedCase, OpenedItem } from "../open-case";
import { readCode, readManifest, readText } from "../read-bodies";
import type { CaseRecord } from "../records";
import { reportOf } from "../summary";

type OpenItem = Extract<OpenedItem, { state: "open" }>;

/** A message that can go along. Who of the office wrote one is not said outside. */
export type OfferedMessage = { id: string; day: string; from: "reporter" | "office"; text: string };
/** A file that can go along; `privateKey` opens its parts. */
export type OfferedFile = { id: string; day: string; manifest: FileManifest; privateKey: string };

const isOpen = (one: OpenedItem): one is OpenItem => one.state === "open";

/**
 * What of a case is open here and can be handed on.
 *
 * Shape: never the reporter's sealed identity, originals that were set apart from their clean copies, how the reporter can be
 *        reached safely, or the office's own notes and reasons.
 */
export function offeredOf(record: CaseRecord, opened: OpenedCase) {
  const report = reportOf(opened);
  const messages = itemsOf("conversation", record, opened)
    .filter(isOpen)
    .filter(({ item, body }) => item.kind !== "transfer" && readCode(body, "topic") !== "safeContact")
    .map(({ item, body }): OfferedMessage => {
      const bare = readBare(body);
      const text = bare ? withoutKeys(bare.text) : readText(body);
      return { id: item.id, day: item.day, from: item.author === "reporter" ? "reporter" : "office", text };
    });
  const files = itemsOf("files", record, opened)
    .filter(isOpen)
    .filter(({ compartment }) => compartment.type === "correspondence" || compartment.type === "deliberation")
    .flatMap(({ item, body, compartment }): OfferedFile[] => {
      const [manifest, privateKey] = [readManifest(body), opened.keys.get(compartment.id)];
      return manifest && privateKey ? [{ id: item.id, day: item.day, manifest, privateKey }] : [];
    });
  return { report: report?.state === "open" ? report : null, messages, files };
}
export type Offered = ReturnType<typeof offeredOf>;

/** Bytes of all chosen files together: with the padding, a package stays one that every program opens. */
export const MOST_HANDED_BYTES = 24 * 1024 * 1024;

/** Bytes of the chosen files. */
export function bytesOf(files: readonly OfferedFile[], chosen: readonly string[]): number {
  return files.filter(({ id }) => chosen.includes(id)).reduce((sum, { manifest }) => sum + manifest.bytes, 0);
}
