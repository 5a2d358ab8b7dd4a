import { randomId } from "~crypto/bytes";
import { publicKeyOf } from "~crypto/keys";
import { callJson, fetchLate } from "../api";
import type { PickedFile } from "../files/picked-file";
import type { Line } from "../send/line";
import { fetchSending } from "../send/open-upload";
import { addItem, type Outgoing, startOutgoing } from "../send/outgoing";
import type { ActCodes, Draft, Topic } from "./acts";
import type { Entry } from "./conversation";
import type { MailboxAnswer, Session } from "./session";

/** An act on its way; kept after a failure, so that sending again cannot send it twice. */
export type SealedMessage = { compartment?: string; out: Outgoing };
export type MailboxDraft = Draft<SealedMessage>;

type Letter = { text: string; files: readonly PickedFile[]; topic?: Topic };
export type Opened = { answer: MailboxAnswer; keys: ReadonlyMap<string, string>; entries: readonly Entry[] };

/** A form in which nothing is typed yet. */
export function newDraft(): MailboxDraft {
  return { id: randomId(), text: "", files: [], codes: {}, isSure: false, sealed: null };
}

/**
 * Seals a message to the newest key that can be trusted, behind the item that is last now. An act without words
 * seals nothing.
 *
 * Shape: the first key is the reporter's own. A later one counts only when somebody of the office has signed an item
 *        under it: the server alone could make a key, but not such an item. The public half is taken from the private
 *        key that the receipt opened, never from the server's word.
 */
export async function sealMessage(
  { text, files, topic }: Letter,
  { answer, keys, entries }: Opened,
  now: Date,
): Promise<SealedMessage> {
  const caseId = answer.case;
  if (text === "") return { out: startOutgoing({ caseId, compartmentKey: "", files: [] }) };
  const signed = new Set(answer.items.filter((item) => isFromOffice(entries, item.id)).map((item) => item.compartment));
  const trusted = answer.compartments.filter(({ id, epoch }) => keys.has(id) && (epoch === 1 || signed.has(id)));
  const newest = [...trusted].sort((a, b) => b.epoch - a.epoch)[0];
  const privateKey = newest && keys.get(newest.id);
  if (!newest || !privateKey) throw new Error("The mailbox has no key.");
  const last = answer.items.filter(({ compartment }) => compartment === newest.id).sort((a, b) => b.seq - a.seq)[0];
  const first = { seq: last ? last.seq + 1 : 0, prev: last?.digest ?? "" };
  const out = startOutgoing({ caseId, compartmentKey: await publicKeyOf(privateKey), files });
  await addItem(out, { kind: "message", body: { text, ...(topic && { topic }) }, now, first });
  return { compartment: newest.id, out };
}

function isFromOffice(entries: readonly Entry[], item: string): boolean {
  const entry = entries.find(({ id }) => id === item);
  return entry !== undefined && entry.from !== "you" && entry.state !== "refused";
}

type Act = { id: string; event: string; codes: ActCodes };

/**
 * Sends what is sealed: first the files, then the act that names them. Called again, it sends the same bytes.
 *
 * Errors: CallError, with status 409 when something else came into the mailbox first: then read, seal and send anew.
 */
export async function postMessage(
  { id, event, codes }: Act,
  { compartment, out }: SealedMessage,
  session: Session,
  now: Date,
  line?: Line,
): Promise<void> {
  out.token = await session.token();
  if (out.files.length > 0) {
    const { sendFiles } = await fetchLate(fetchSending);
    await sendFiles(out, now, line);
  }
  const items = out.items.map(({ id, kind, seq, armored }) => ({ id, kind, seq, armored }));
  const body = JSON.stringify({ v: 1, id, event, codes, compartment, items, parts: out.parts });
  await session.withToken((token) => callJson("/api/v1/mailbox/messages", { method: "POST", body, token }));
}

/** Whether what was sealed is in the mailbox by now: an answer that was lost on its way is no reason to send it twice. */
export function hasArrived({ out }: SealedMessage, { answer }: Opened): boolean {
  return answer.items.some(({ id }) => id === out.items[0]?.id);
}
