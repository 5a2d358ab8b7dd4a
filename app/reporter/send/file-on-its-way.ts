import type { RunningDigest } from "~crypto/running-digest";
import type { SealedPart } from "../api";
import type { PickedFile } from "../files/picked-file";

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
  digest: RunningDigest | null;
  unsent: { part: SealedPart; plain: Uint8Array<ArrayBuffer>; mayBeThere: boolean; breaks: number } | null;
};
