import { type Bytes, randomId, sha256Hex } from "~crypto/bytes";
import { openSealer } from "~crypto/parts";
import { type DigestState, startDigest } from "~crypto/running-digest";
import { readSlice } from "../../files/read-slice";
import type { SealedPart, SealJob, Stretch } from "./held-part";

/** What is done with one part, wherever it is done: its bytes are read, sealed and counted, and held meanwhile. */
export class PartWork {
  #plain: Bytes = new Uint8Array(0);
  #sealer: { key: string; seal: Awaited<ReturnType<typeof openSealer>> } | null = null;
  sealed = new Blob();

  /** Errors: FileError; those of openSealer. */
  async seal({ key, now, ...stretch }: SealJob): Promise<SealedPart> {
    const plain = await read(stretch);
    if (this.#sealer?.key !== key) this.#sealer = { key, seal: await openSealer(key, now) };
    const { bytes, digest } = await this.#sealer.seal(plain);
    this.#plain = plain;
    this.sealed = new Blob([bytes]);
    return { id: randomId(), digest, bytes: plain.length, sealedBytes: bytes.length, piece: await sha256Hex(plain) };
  }

  count(state: DigestState | null): DigestState {
    const digest = startDigest(state ?? {});
    digest.add(this.#plain);
    this.#plain = new Uint8Array(0);
    this.sealed = new Blob();
    return digest.state();
  }
}

/** SHA-256 of a stretch as it is now. Errors: FileError. */
export async function digestOf(stretch: Stretch): Promise<string> {
  return sha256Hex(await read(stretch));
}

function read({ name, content, from, to }: Stretch): Promise<Bytes> {
  return readSlice({ name }, content, from, to);
}
