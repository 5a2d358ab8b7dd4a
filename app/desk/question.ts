import { checkDirectory } from "./directory";
import type { HeldKey } from "./key-store";
import { get, post } from "./office-api";
import type { Desk } from "./records";

/** One thread in the list of those that this person can open. */
export type QuestionLine = {
  question: string;
  dueDay: string | null;
  deleteDay: string;
  messages: number;
  lastDay: string;
};

/** One thread as the server keeps it, with this person's own wrap. */
export type QuestionRecord = {
  question: string;
  fingerprint: string;
  dueDay: string | null;
  deleteDay: string;
  wrap: string;
  holders: string[];
  messages: { id: string; seq: number; author: string; armored: string; digest: string; day: string }[];
};

export type QuestionEntry = { id: string; day: string; author: string } & (
  | { state: "text"; text: string }
  | { state: "refused"; fault: string }
);

export type OpenedQuestion = { privateKey: string; entries: QuestionEntry[] };

type Office = Pick<Desk, "office" | "directory">;

/**
 * Opens a thread and checks each message: its place, and for an officer's the signature of exactly that officer.
 *
 * Errors: those of crypto/ where the wrap does not open.
 */
export async function openQuestion(record: QuestionRecord, desk: Office, held: HeldKey): Promise<OpenedQuestion> {
  const { openWrap } = await import("~crypto/wraps");
  const { fingerprint, wrap: sealed } = record;
  const privateKey = await openWrap({ sealed, privateKey: held.privateKey, fingerprint });
  const entries: QuestionEntry[] = [];
  for (const message of record.messages) entries.push(await openMessage(record, message, privateKey, desk));
  return { privateKey, entries };
}

async function openMessage(
  { question, messages }: QuestionRecord,
  { id, seq, author, armored, day }: QuestionRecord["messages"][number],
  compartmentPrivateKey: string,
  desk: Office,
): Promise<QuestionEntry> {
  const { openItem } = await import("~crypto/items");
  const isAsker = author === "asker";
  const person = (await checkDirectory(desk)).get(author);
  try {
    if (!isAsker && !person) throw new Error("unknown signer");
    const { payload, signer } = await openItem({
      armored,
      compartmentPrivateKey,
      expect: {
        ...{ case: question, compartment: "correspondence", kind: isAsker ? "question" : "answer", seq },
        prev: messages.find((other) => other.seq === seq - 1)?.digest ?? "",
      },
      signers: person ? { [person.fingerprint]: person.publicKey } : {},
      requireSigned: !isAsker,
    });
    const { text } = payload.body as { text?: unknown };
    if (signer !== (person?.fingerprint ?? null) || typeof text !== "string") throw new Error("malformed");
    return { id, day, author, state: "text", text };
  } catch (error) {
    const fault = (error as { fault?: unknown }).fault;
    return { id, day, author, state: "refused", fault: typeof fault === "string" ? fault : "unknownSigner" };
  }
}

/** Seals an answer to the thread's key, signed by its officer, behind the last message, and sends it. */
export async function sendAnswer(
  record: QuestionRecord,
  { privateKey }: OpenedQuestion,
  held: HeldKey,
  text: string,
): Promise<void> {
  const { sealItem } = await import("~crypto/items");
  const { randomId } = await import("~crypto/bytes");
  const { publicKeyOf } = await import("~crypto/keys");
  const last = record.messages.at(-1);
  const seq = (last?.seq ?? -1) + 1;
  const { armored } = await sealItem({
    payload: {
      ...{ case: record.question, compartment: "correspondence", kind: "answer", seq },
      ...{ prev: last?.digest ?? "", body: { text } },
    },
    compartmentPublicKey: await publicKeyOf(privateKey),
    signingKey: held.privateKey,
    now: new Date(),
  });
  await post(`/api/v1/questions/desk/${record.question}`, { v: 1, id: randomId(), seq, armored });
}

/** Reads a thread anew. */
export function readQuestion(question: string): Promise<QuestionRecord> {
  return get<QuestionRecord>(`/api/v1/questions/desk/${question}`);
}
