import type { DigestState } from "~crypto/running-digest";
import type { PickedFile } from "../files/picked-file";
import type { HeldPart } from "./parts/held-part";

/**
 * A file that is being sealed and sent part by part.
 *
 * Shape: `pieces` are the SHA-256 of each stretch as it was read, by which a file that was changed meanwhile is found out;
 *        `digest` runs over what has arrived; `unsent` is sealed, and not yet
 *        acknowledged: it may have arrived all the same, or have broken off some times.
 */
export type FileOnItsWay = {
  file: PickedFile;
  content: Blob;
  isApart: boolean;
  offset: number;
  parts: { id: string; bytes: number; sha256: string }[];
  pieces: { bytes: number; sha256: string }[];
  digest: DigestState | null;
  unsent: { part: HeldPart; mayBeThere: boolean; breaks: number } | null;
};
