import { randomId } from "~crypto/bytes";
import { publicKeyOf } from "~crypto/keys";
import { callJson } from "../api";
import type { PickedFile } from "../files/picked-file";
import { addItem, type Outgoing, sendFiles, startOutgoing } from "../send/outgoing";
import type { Entry } from "./conversation";
import type { MailboxAnswer, Session } from "./session";

export type MessageEvent = "reporter.message" | "reporter.reply" | "review.request";

/** A message on its way; kept after a failure, so that sending again cannot send it twice. */
export type SealedMessage = {
  id: string;
  event: MessageEvent;
  codes: { reason?: string };
  compartment: string;
  out: Outgoing;
};

type Letter = { event: MessageEvent; reason?: string; text: string; files: readonly PickedFile[] };
export type Opened = { answer: MailboxAnswer; keys: ReadonlyMap<string, string>; entries: readonly Entry[] };

/**
 * Seals a message to the newest key that can be trusted, behind the item that is last now.
 *
 * Shape: the first key is the reporter's own. A later one counts only when somebody of the office has signed an item
 *        under it: the server alone could make a key, but not such an item. The public half is taken from the private
 *        key that the receipt opened, never from the server's word.
 */
export async function sealMessage(
  letter: Letter,
  { answer, keys, entries }: Opened,
  now: Date,
): Promise<SealedMessage> {
  const signed = new Set(answer.items.filter((item) => isFromOffice(entries, item.id)).map((item) => item.compartment));
  const trusted = answer.compartments.filter(({ id, epoch }) => keys.has(id) && (epoch === 1 || signed.has(id)));
  const newest = [...trusted].sort((a, b) => b.epoch - a.epoch)[0];
  const privateKey = newest && keys.get(newest.id);
  if (!newest || !privateKey) throw new Error("The mailbox has no key.");
  const last = answer.items.filter(({ compartment }) => compartment === newest.id).sort((a, b) => b.seq - a.seq)[0];
  const out = startOutgoing({
    caseId: answer.case,
    compartmentKey: await publicKeyOf(privateKey),
    files: letter.files,
  });
  const first = { seq: last ? last.seq + 1 : 0, prev: last?.digest ?? "" };
  await addItem(out, { kind: "message", body: { text: letter.text }, now, first });
  const codes = letter.reason ? { reason: letter.reason } : {};
  return { id: randomId(), event: letter.event, codes, compartment: newest.id, out };
}

function isFromOffice(entries: readonly Entry[], item: string): boolean {
  const entry = entries.find(({ id }) => id === item);
  return entry !== undefined && entry.from !== "you" && entry.state !== "refused";
}

/**
 * Sends what is sealed: first the files, then the message that names them. Called again, it sends the same bytes.
 *
 * Errors: CallError, with status 409 when something else came into the mailbox first: then read, seal and send anew.
 */
export async function postMessage(
  message: SealedMessage,
  session: Session,
  now: Date,
  onPart: (done: number, total: number) => void,
): Promise<void> {
  const { out, id, event, codes, compartment } = message;
  out.token = await session.token();
  await sendFiles(out, now, (done) => onPart(done, out.total));
  const items = out.items.map(({ id, kind, seq, armored }) => ({ id, kind, seq, armored }));
  const body = JSON.stringify({ v: 1, id, event, codes, compartment, items, parts: out.parts });
  await session.withToken((token) => callJson("/api/v1/mailbox/messages", { method: "POST", body, token }));
}
