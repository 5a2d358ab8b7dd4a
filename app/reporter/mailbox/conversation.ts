import { ItemError, openItem } from "~crypto/items";
import type { FileManifest } from "~crypto/parts";
import { verifyStatement } from "~crypto/statement";
import type { Office } from "../office";
import { type Author, findAuthors } from "./authors";
import type { MailboxAnswer, MailboxItem } from "./session";

/** One entry of the conversation, opened and checked; an entry that failed its check holds nothing of its text. */
export type Entry = { id: string; day: string; from: { name: string } | "you" } & (
  | { state: "text"; kind: string; text: string; topic: string; statement: string | null }
  | { state: "file"; manifest: FileManifest; key: string }
  | { state: "report"; consents: string[] }
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
  const authors = await findAuthors(office, answer.former ?? []);
  for (const item of answer.items) {
    entries.push(await openEntry(answer, item, last.get(item.compartment), keys, { office, authors }));
    last.set(item.compartment, item);
  }
  return entries;
}

async function openEntry(
  answer: MailboxAnswer,
  item: MailboxItem,
  before: MailboxItem | undefined,
  keys: ReadonlyMap<string, string>,
  { office, authors }: { office: Office; authors: ReadonlyMap<string, Author> },
): Promise<Entry> {
  const person = authors.get(item.author);
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
      signers: person?.signers ?? {},
      requireSigned: !isOwn,
    });
    // What bears a later day than its signer's last was not written by somebody of the office.
    if (signer !== null && item.day > (person?.until[signer] ?? item.day)) throw new ItemError("unknownSigner");
    if (isOwn && item.kind === "report") return { ...head, state: "report", consents: consentsIn(payload.body) };
    if (item.kind === "file") return { ...head, state: "file", manifest: requireManifest(payload.body), key };
    const { text, topic, statement } = requireText(payload.body);
    // A statement that does not hold on its own is no use elsewhere, and is not offered.
    const signerKey = signer === null ? undefined : person?.signers[signer];
    const isGood = signerKey && statement !== "" && (await vouchesFor(answer, office, statement, signerKey));
    return { ...head, state: "text", kind: item.kind, text, topic, statement: isGood ? statement : null };
  } catch (error) {
    return { ...head, state: "refused", fault: error instanceof ItemError ? error.fault : "malformed" };
  }
}

function requireText(body: unknown): { text: string; topic: string; statement: string } {
  const { text, topic, statement } = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  if (typeof text !== "string") throw new ItemError("malformed");
  return { text, topic: asText(topic), statement: asText(statement) };
}

/** What somebody agreed to in the form, by purpose. */
function consentsIn(body: unknown): string[] {
  const { answers } = (typeof body === "object" && body !== null ? body : {}) as { answers?: { consent?: unknown } };
  return Array.isArray(answers?.consent) ? answers.consent.filter((each) => typeof each === "string") : [];
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Whether a statement of receipt is about this very report, and signed by this person. */
async function vouchesFor({ items }: MailboxAnswer, { fingerprint }: Office, statement: string, publicKey: string) {
  const report = items.find(({ kind, author }) => kind === "report" && author === "reporter");
  if (!report) return false;
  const expected = { officeFingerprint: fingerprint, day: report.day, digest: report.digest };
  return verifyStatement(statement, expected, publicKey).then(
    () => true,
    () => false,
  );
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
