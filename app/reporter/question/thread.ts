import { randomId } from "~crypto/bytes";
import { ItemError, openItem, sealItem } from "~crypto/items";
import { publicKeyOf } from "~crypto/keys";
import { callJson } from "../api";
import type { Session } from "../mailbox/session";
import type { Office } from "../office";

export type ThreadMessage = {
  id: string;
  seq: number;
  author: string;
  armored: string;
  digest: string;
  day: string;
};

export type ThreadAnswer = {
  question: string;
  fingerprint: string;
  receiptWrap: string;
  dueDay: string | null;
  deleteDay: string;
  messages: ThreadMessage[];
};

/** One message, opened and checked; one that failed its check holds nothing of its text. */
export type ThreadEntry = { id: string; day: string; from: "you" | { name: string } } & (
  | { state: "text"; text: string }
  | { state: "refused"; fault: string }
);

export type OpenThread = { answer: ThreadAnswer; privateKey: string; entries: ThreadEntry[] };

/**
 * Fetches and opens the thread. An officer's message must carry their signature, by the signed directory, and stand where
 * it was written.
 *
 * Errors: CallError; WrapError if the words do not open its key.
 */
export async function readThread(session: Session, office: Office): Promise<OpenThread> {
  const answer = await session.withToken((token) => callJson<ThreadAnswer>("/api/v1/mailbox/question", { token }));
  const privateKey = await session.openWrap(answer.receiptWrap, answer.fingerprint);
  const entries: ThreadEntry[] = [];
  for (const [index, message] of answer.messages.entries()) {
    entries.push(await openMessage(message, answer.messages[index - 1]?.digest ?? "", { answer, privateKey, office }));
  }
  return { answer, privateKey, entries };
}

async function openMessage(
  { id, day, author, seq, armored }: ThreadMessage,
  prev: string,
  { answer, privateKey, office }: { answer: ThreadAnswer; privateKey: string; office: Office },
): Promise<ThreadEntry> {
  const person = office.people.find((one) => one.person === author);
  const isOwn = author === "asker";
  const head = { id, day, from: isOwn ? ("you" as const) : { name: person?.name ?? "" } };
  if (!isOwn && !person) return { ...head, state: "refused", fault: "unknownSigner" };
  try {
    const { payload, signer } = await openItem({
      armored,
      compartmentPrivateKey: privateKey,
      expect: { case: answer.question, compartment: "correspondence", kind: isOwn ? "question" : "answer", seq, prev },
      signers: person ? { [person.fingerprint]: person.publicKey } : {},
      requireSigned: !isOwn,
    });
    if (!isOwn && signer !== person?.fingerprint) throw new ItemError("unknownSigner");
    const { text } = payload.body as { text?: unknown };
    if (typeof text !== "string") throw new ItemError("malformed");
    return { ...head, state: "text", text };
  } catch (error) {
    return { ...head, state: "refused", fault: error instanceof ItemError ? error.fault : "malformed" };
  }
}

/** A sealed message as it is sent, the same bytes each time. */
export type Sealed = { v: 1; id: string; seq: number; armored: string };

/** Seals the asker's next message behind the last one, to the key that the words opened. */
export async function sealNext(text: string, { answer, privateKey }: OpenThread, now: Date): Promise<Sealed> {
  const last = answer.messages.at(-1);
  const seq = (last?.seq ?? -1) + 1;
  const { armored } = await sealItem({
    payload: {
      case: answer.question,
      compartment: "correspondence",
      kind: "question",
      seq,
      prev: last?.digest ?? "",
      body: { text },
    },
    compartmentPublicKey: await publicKeyOf(privateKey),
    now,
  });
  return { v: 1, id: randomId(), seq, armored };
}

/** Sends a sealed message; the same one again changes nothing. */
export function sendNext(session: Session, sealed: Sealed): Promise<unknown> {
  const body = JSON.stringify(sealed);
  return session.withToken((token) => callJson("/api/v1/mailbox/question", { method: "POST", body, token }));
}

/** Ends the thread: everything of it is destroyed. */
export function endThread(session: Session): Promise<unknown> {
  return session.withToken((token) => callJson("/api/v1/mailbox/question", { method: "DELETE", token }));
}
