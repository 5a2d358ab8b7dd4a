import type { DraftItem } from "./act-items";
import { replyKeyOf } from "./bare-copies";
import { KeyNotHeld, type Target } from "./plan-keys";
import type { Acting } from "./seal-act";
import { type NamedPart, sealFile } from "./seal-file";

export type SealedItem = {
  id: string;
  compartment: string;
  seq: number;
  kind: string;
  armored: string;
  reply?: string;
};

/**
 * Seals one item to its compartment, signed by its author, behind the item before it.
 *
 * Shape:  `targets` is moved on by the item; the part of a file is added to `parts`.
 * Errors: KeyNotHeld, those of crypto/, and for a file those of `sendPart`.
 */
export async function sealDraft(
  { record, held, opened, sendPart }: Acting,
  draft: DraftItem,
  targets: Map<string, Target>,
  parts: NamedPart[],
): Promise<SealedItem> {
  const { sealItem } = await import("~crypto/items");
  const { randomId } = await import("~crypto/bytes");
  const target = targets.get(draft.compartment);
  if (!target) throw new KeyNotHeld();
  const now = new Date();
  const file = draft.file && (await sealFile(draft.file, record.case, target.publicKey, sendPart));
  if (file) parts.push(...file.parts);
  const { armored, digest } = await sealItem({
    payload: {
      case: record.case,
      compartment: draft.compartment,
      kind: draft.kind,
      seq: target.nextSeq,
      prev: target.lastDigest,
      body: file ? file.manifest : draft.body,
    },
    compartmentPublicKey: target.publicKey,
    signingKey: held.privateKey,
    now,
  });
  const item: SealedItem = { id: randomId(), compartment: target.id, seq: target.nextSeq, kind: draft.kind, armored };
  targets.set(draft.compartment, { ...target, nextSeq: target.nextSeq + 1, lastDigest: digest });
  const recipientPublicKey = record.channel === "armored" && draft.plain ? replyKeyOf(opened) : "";
  if (!recipientPublicKey || !draft.plain) return item;
  const { sealPlainReply } = await import("~crypto/bare-messages");
  return {
    ...item,
    reply: await sealPlainReply({ text: draft.plain, recipientPublicKey, signingKey: held.privateKey, now }),
  };
}
