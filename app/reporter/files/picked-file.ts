import { sealedLength } from "~crypto/parts";

/** A kind of hidden detail; each has its sentence in the catalogue, with or without what was read. */
export type FindingKind =
  | "camera"
  | "serial"
  | "place"
  | "time"
  | "software"
  | "author"
  | "company"
  | "comment"
  | "thumbnail"
  | "exif"
  | "xmp"
  | "iptc"
  | "trailing"
  | "other"
  | "history"
  | "attachments"
  | "scripts"
  | "properties"
  | "template"
  | "path"
  | "printer"
  | "editIds"
  | "comments"
  | "trackedChanges"
  | "pictures";

/** Something that a file says about who made it, when and with what. `value` never leaves the reporter's page. */
export type Finding = { kind: FindingKind; value?: string };

/** What stays in a file although it was cleaned; each has its sentence in the catalogue. */
export type Residue =
  | "picture"
  | "document"
  | "commentText"
  | "deletedText"
  | "hiddenParts"
  | "macros"
  | "embedded"
  | "signature"
  | "formulas";

/** What becomes of a file: a clean copy, that and the sealed original for few eyes, or the original alone. */
export type Choice = "clean" | "both" | "original";

/** A copy without hidden details, or why there is none. */
export type Copy =
  | { state: "clean"; content: Blob; found: Finding[]; stays: Residue[] }
  | { state: "kind" | "tooLarge" | "broken" | "locked"; found: Finding[] };

/**
 * A file as the reporter picked it, and what is to be sent of it.
 *
 * Shape: `name` can be changed by the reporter; `sha256` is of the original as it was picked, "" where no clean copy was
 *        made; `group` names a sort of files in the catalogue for which something particular has to be said.
 */
export type PickedFile = {
  id: string;
  name: string;
  type: string;
  original: Blob;
  sha256: string;
  copy: Copy;
  group: string;
  choice: Choice;
};

/** The bytes that go to the office for everybody who is put on the case. */
export function contentOf({ copy, choice, original }: PickedFile): Blob {
  return copy.state === "clean" && choice !== "original" ? copy.content : original;
}

/** The original, where it goes along for few eyes; null where it does not, and where nothing was taken out of it. */
export function originalApart({ copy, choice, original }: PickedFile): Blob | null {
  return copy.state === "clean" && choice === "both" ? original : null;
}

/** So much a file takes of the office's limit at most, which counts what is sealed. */
export function sealedBytes(file: PickedFile): number {
  return sealedLength(contentOf(file).size) + sealedLength(originalApart(file)?.size ?? 0);
}

/** Everything that a file adds to what is sent, in bytes. */
export function bytesToSend(file: PickedFile): number {
  return contentOf(file).size + (originalApart(file)?.size ?? 0);
}
