import { randomId } from "~crypto/bytes";
import type { JsonValue } from "~crypto/canonical";
import { sealItem } from "~crypto/items";
import { bytesToSend, contentOf, originalApart, type PickedFile } from "../files/picked-file";
import type { FileOnItsWay } from "./file-on-its-way";
import type { StretchSealer } from "./parts/stretch-sealer";

export type SealedItem = { id: string; kind: string; seq: number; armored: string; digest: string };

/** The compartment that holds originals for few eyes, and what is sealed into it. */
export type Apart = { compartmentKey: string; items: SealedItem[] };

/**
 * What is on its way: sealed items and parts, and what is left to do. It survives a failed attempt, so that sending
 * again sends the same bytes and can never make a second report.
 *
 * Units: `sent` and `total` are plain bytes of all files together.
 */
export type Outgoing = {
  caseId: string;
  compartmentKey: string;
  token?: string;
  items: SealedItem[];
  apart: Apart | null;
  parts: { id: string; digest: string }[];
  /** Files that wait; the first of them may be half sent. */
  files: FileOnItsWay[];
  /** How many bytes the next part takes: fewer on a line that breaks before a part is through. */
  partBytes: number | null;
  /** Who seals the files: made when there are any, and holds the part that is half sent. */
  sealer: StretchSealer | null;
  sent: number;
  total: number;
};

type Start = {
  caseId: string;
  compartmentKey: string;
  token?: string;
  files: readonly PickedFile[];
  /** The key to which originals for few eyes are sealed; without it they do not go along. */
  apartKey?: string | null;
};

/** A delivery with nothing sealed yet. */
export function startOutgoing({ files, apartKey = null, ...rest }: Start): Outgoing {
  const waiting = files.flatMap((file) => {
    const original = apartKey === null ? null : originalApart(file);
    const copy = waitingFile(file, contentOf(file), false);
    return original ? [copy, waitingFile(file, original, true)] : [copy];
  });
  const apart = apartKey === null ? null : { compartmentKey: apartKey, items: [] };
  const total = waiting.reduce((sum, { content }) => sum + content.size, 0);
  return { ...rest, items: [], apart, parts: [], files: waiting, partBytes: null, sealer: null, sent: 0, total };
}

function waitingFile(file: PickedFile, content: Blob, isApart: boolean): FileOnItsWay {
  return { file, content, isApart, offset: 0, parts: [], unsent: null, digest: null, pieces: [] };
}

/** Bytes that files add to a report, in all. */
export function totalBytes(files: readonly PickedFile[]): number {
  return files.reduce((sum, file) => sum + bytesToSend(file), 0);
}

type Add = { kind: string; body: JsonValue; now: Date; first?: { seq: number; prev: string }; isApart?: boolean };

/** Seals the next item; each one names the digest of the one before, so that none can be taken out unseen. */
export async function addItem(out: Outgoing, { kind, body, now, first, isApart = false }: Add): Promise<void> {
  const chain = isApart ? out.apart : out;
  if (!chain) throw new Error("There is no compartment for originals.");
  const last = chain.items.at(-1);
  const seq = last ? last.seq + 1 : (first?.seq ?? 0);
  const prev = last?.digest ?? first?.prev ?? "";
  const compartment = isApart ? "originals" : "correspondence";
  const payload = { case: out.caseId, compartment, kind, seq, prev, body } as const;
  const { armored, digest } = await sealItem({ payload, compartmentPublicKey: chain.compartmentKey, now });
  chain.items.push({ id: randomId(), kind, seq, armored, digest });
}
