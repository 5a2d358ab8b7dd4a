import { randomId } from "~crypto/bytes";
import { callJson } from "../api";
import type { PickedFile } from "../files/picked-file";
import { addItem, type Outgoing, sendFiles, startOutgoing } from "../send/outgoing";
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

/** Seals a message to the newest key of the mailbox, behind the item that is last now. */
export async function sealMessage(letter: Letter, answer: MailboxAnswer, now: Date): Promise<SealedMessage> {
  const newest = [...answer.compartments].sort((a, b) => b.epoch - a.epoch)[0];
  if (!newest) throw new Error("The mailbox has no key.");
  const last = answer.items.filter(({ compartment }) => compartment === newest.id).sort((a, b) => b.seq - a.seq)[0];
  const out = startOutgoing({ caseId: answer.case, compartmentKey: newest.publicKey, files: letter.files });
  const first = { seq: last ? last.seq + 1 : 0, prev: last?.digest ?? "" };
  await addItem(out, { kind: "message", body: { text: letter.text }, now, first });
  const codes = letter.reason ? { reason: letter.reason } : {};
  return { id: randomId(), event: letter.event, codes, compartment: newest.id, out };
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
