import type { DigestState } from "~crypto/running-digest";
import type { PartToStore } from "../../api";

/** A stretch of a picked file. Units: bytes. */
export type Stretch = { name: string; content: Blob; from: number; to: number };
export type SealJob = Stretch & { key: string; now: Date };

/** Units: `bytes` plain, `sealedBytes` as they are sent; `piece` is SHA-256 of the plain bytes. */
export type SealedPart = Omit<PartToStore, "call"> & { bytes: number; piece: string };

/** A sealed part, whose bytes lie with whoever sealed it: the page, or a thread beside it. */
export type HeldPart = SealedPart & {
  call: PartToStore["call"];
  /** Adds what was sealed to the digest of the whole file, and lets go of it. */
  count: (state: DigestState | null) => Promise<DigestState>;
  /** Whoever held it is gone: it has to be sealed anew. */
  isLost: () => boolean;
};
