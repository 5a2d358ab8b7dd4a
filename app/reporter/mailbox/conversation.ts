import { ItemError, openItem } from "~crypto/items";
import type { FileManifest } from "~crypto/parts";
import type { Office } from "../office";
import type { MailboxAnswer, MailboxItem } from "./session";

/** One entry of the conversation, opened and checked; an entry that failed its check holds nothing of its text. */
export type Entry = { id: string; day: string; from: { name: string } | "you" } & (
  | { state: "text"; kind: string; text: string }
  | { state: "file"; manifest: FileManifest; key: string }
  | { state: "report" }
  | { state: "refused"; fault: string }
);

/**
 * Opens every item that the receipt can open.
 *
 * Shape: an item of the office must carry the signature of exactly the person it is filed under, by the signed
 *        directory; what fails any check becomes a "refused" entry, whose plaintext never reaches the page.
 */
export async function openConversation(answer: MailboxAnswer, keys: ReadonlyMap<string, string>, office: Office) {
  const entries: Entry[] = [];
  const last = new Map<string, MailboxItem>();
  for (const item of answer.items) {
    entries.push(await openEntry(answer, item, last.get(item.compartment), keys, office));
    last.set(item.compartment, item);
  }
  return entries;
}

async function openEntry(
  answer: MailboxAnswer,
  item: MailboxItem,
  before: MailboxItem | undefined,
  keys: ReadonlyMap<string, string>,
  office: Office,
): Promise<Entry> {
  const person = office.people.find(({ person }) => person === item.author);
  const isOwn = item.author === "reporter";
  const head = { id: item.id, day: item.day, from: isOwn ? ("you" as const) : { name: person?.name ?? "" } };
  const key = keys.get(item.compartment);
  if (!key) return { ...head, state: "refused", fault: "noKey" };
  if (!isOwn && !person) return { ...head, state: "refused", fault: "unknownSigner" };
  try {
    const { payload, signer } = await openItem({
      armored: item.armored,
      compartmentPrivateKey: key,
      expect: {
        case: answer.case,
        compartment: "correspondence",
        kind: item.kind,
        seq: item.seq,
        // The item before is known wherever the row is whole: then nothing can have been taken out between them.
        ...(item.seq === 0 ? { prev: "" } : before?.seq === item.seq - 1 && { prev: before.digest }),
      },
      signers: person ? { [person.fingerprint]: person.publicKey } : {},
      requireSigned: !isOwn,
    });
    if (!isOwn && signer !== person?.fingerprint) throw new ItemError("unknownSigner");
    if (isOwn && item.kind === "report") return { ...head, state: "report" };
    if (item.kind === "file") return { ...head, state: "file", manifest: requireManifest(payload.body), key };
    return { ...head, state: "text", kind: item.kind, text: requireText(payload.body) };
  } catch (error) {
    return { ...head, state: "refused", fault: error instanceof ItemError ? error.fault : "malformed" };
  }
}

function requireText(body: unknown): string {
  const text = typeof body === "object" && body !== null && "text" in body ? body.text : null;
  if (typeof text !== "string") throw new ItemError("malformed");
  return text;
}

function requireManifest(body: unknown): FileManifest {
  const manifest = body as FileManifest;
  const isWhole =
    typeof body === "object" &&
    body !== null &&
    typeof manifest.name === "string" &&
    Number.isSafeInteger(manifest.bytes) &&
    Array.isArray(manifest.parts) &&
    manifest.parts.every(
      ({ id, sha256, bytes }) => /^[0-9a-f]{32}$/.test(id) && typeof sha256 === "string" && bytes >= 0,
    );
  if (!isWhole) throw new ItemError("malformed");
  return manifest;
}
