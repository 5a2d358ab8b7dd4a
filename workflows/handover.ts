import { type Codes, listCode, textCode } from "./events";
import type { Digest } from "./facts";

/** What can be handed to another office, in the order in which it is told. The reporter's sealed identity is not among it. */
export const HANDED_KINDS = ["letter", "report", "messages", "fileList", "files"] as const;
export type HandedKind = (typeof HANDED_KINDS)[number];

/**
 * The package that an act binds: what the other office received, and nobody can exchange later.
 *
 * Shape: `digest` is that of the sealed file as it was saved, `recipient` the fingerprint of the key that opens it (40 hex
 *        characters, or 64 for a key of OpenPGP version 6), `kinds` what is inside.
 */
export type Handover = { readonly digest: Digest; readonly recipient: string; readonly kinds: readonly HandedKind[] };

const DIGEST = /^[0-9a-f]{64}$/;
const FINGERPRINT = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/** Reads the package that an act binds in its codes; null where it binds none, or not in this form. */
export function handoverOf(codes: Codes): Handover | null {
  const [digest, recipient, kinds] = [
    textCode(codes, "package"),
    textCode(codes, "recipient"),
    listCode(codes, "handed"),
  ];
  const known = HANDED_KINDS.filter((kind) => kinds.includes(kind));
  const isWhole = DIGEST.test(digest ?? "") && FINGERPRINT.test(recipient ?? "");
  if (digest === null || recipient === null || !isWhole) return null;
  return known.length > 0 && known.length === kinds.length ? { digest, recipient, kinds: known } : null;
}
