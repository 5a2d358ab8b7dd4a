import { randomId } from "~crypto/bytes";
import type { JsonValue } from "~crypto/canonical";
import { sealItem } from "~crypto/items";
import { PART_BYTES, sealPart } from "~crypto/parts";
import { CallError, putPart, type SealedPart } from "../api";
import { readSlice } from "../files/pick";
import type { PickedFile } from "../files/picked-file";

export type SealedItem = { id: string; kind: string; seq: number; armored: string; digest: string };

/**
 * What is on its way: sealed items and parts, and what is left to do. It survives a failed attempt, so that sending
 * again sends the same bytes and can never make a second report.
 */
export type Outgoing = {
  caseId: string;
  compartmentKey: string;
  token?: string;
  items: SealedItem[];
  parts: { id: string; digest: string }[];
  /** Files that wait, and how far the first of them has got. */
  files: PickedFile[];
  manifestParts: { id: string; bytes: number; sha256: string }[];
  offset: number;
  /** Sealed, but not yet acknowledged by the server. */
  unsent: { part: SealedPart; bytes: number } | null;
  total: number;
};

type Start = { caseId: string; compartmentKey: string; token?: string; files: readonly PickedFile[] };

/** A delivery with nothing sealed yet. */
export function startOutgoing({ files, ...rest }: Start): Outgoing {
  const total = files.reduce((sum, { content }) => sum + Math.ceil(content.size / PART_BYTES), 0);
  return { ...rest, items: [], parts: [], files: [...files], manifestParts: [], offset: 0, unsent: null, total };
}

type Add = { kind: string; body: JsonValue; now: Date; first?: { seq: number; prev: string } };

/** Seals the next item; each one names the digest of the one before, so that none can be taken out unseen. */
export async function addItem(out: Outgoing, { kind, body, now, first }: Add): Promise<void> {
  const last = out.items.at(-1);
  const seq = last ? last.seq + 1 : (first?.seq ?? 0);
  const prev = last?.digest ?? first?.prev ?? "";
  const payload = { case: out.caseId, compartment: "correspondence", kind, seq, prev, body } as const;
  const { armored, digest } = await sealItem({ payload, compartmentPublicKey: out.compartmentKey, now });
  out.items.push({ id: randomId(), kind, seq, armored, digest });
}

/**
 * Seals and sends the files part by part, with one part in memory, and seals each file's manifest behind it.
 * Called again after a failure, it goes on with the part that was not acknowledged.
 *
 * Errors: CallError when a part could not be sent in three attempts; FileError when a file cannot be read any more.
 */
export async function sendFiles(out: Outgoing, now: Date, onPart: (done: number) => void): Promise<void> {
  for (let file = out.files[0]; file; file = out.files[0]) {
    while (out.unsent || out.offset < file.content.size) {
      out.unsent ??= await sealNext(out, file, now);
      await putWithRetry(out, out.unsent.part);
      out.parts.push({ id: out.unsent.part.id, digest: out.unsent.part.digest });
      out.manifestParts.push({ id: out.unsent.part.id, bytes: out.unsent.bytes, sha256: out.unsent.part.digest });
      out.offset += out.unsent.bytes;
      out.unsent = null;
      onPart(out.parts.length);
    }
    const { name, type, content } = file;
    const body = { name: name.trim() || "file", type, bytes: content.size, parts: out.manifestParts };
    await addItem(out, { kind: "file", body, now });
    out.files.shift();
    out.manifestParts = [];
    out.offset = 0;
  }
}

async function sealNext(out: Outgoing, file: PickedFile, now: Date): Promise<NonNullable<Outgoing["unsent"]>> {
  const plain = new Uint8Array(await readSlice(file, out.offset, out.offset + PART_BYTES));
  const sealed = await sealPart(plain, out.compartmentKey, now);
  return { part: { id: randomId(), ...sealed }, bytes: plain.length };
}

/** Seconds to wait before trying a part again; a circuit that broke is usually back by then. */
const WAITS_SECONDS = [1, 4];

async function putWithRetry(out: Outgoing, part: SealedPart): Promise<void> {
  for (const wait of [...WAITS_SECONDS, null]) {
    try {
      return await putPart(out.caseId, part, out.token);
    } catch (error) {
      if (wait === null || !(error instanceof CallError) || error.fault === "refused") throw error;
      await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    }
  }
}
