import { fromHex, randomId, sha256Hex } from "~crypto/bytes";
import { generateCompartmentKey } from "~crypto/compartments";
import { openItem, sealItem } from "~crypto/items";
import type { KeyPair } from "~crypto/keys";
import { deriveReceiptSecrets, drawReceipt } from "~crypto/receipt";
import { wrapForReceipt, wrapKey } from "~crypto/wraps";
import { Client } from "../../prisma/seed/http";
import type { SeedOffice, SeedPerson } from "../../prisma/seed/people";

/** A question as it was sealed, with what its asker keeps. */
export type SealedQuestion = Awaited<ReturnType<typeof sealQuestion>>;

export type Thread = {
  question: string;
  publicKey: string;
  fingerprint: string;
  dueDay: string | null;
  deleteDay: string;
  receiptWrap: string;
  messages: { id: string; seq: number; author: string; armored: string; digest: string; day: string }[];
};

/** Seals a question to these people, as the asker's page does it. */
export async function sealQuestion(office: SeedOffice, text: string, to: SeedPerson[]) {
  const now = office.now();
  const words = drawReceipt();
  const secrets = await deriveReceiptSecrets(words, office.keys.fingerprint);
  const key = await generateCompartmentKey({ now });
  const question = randomId();
  const message = (await sealMessage({ question, kind: "question", seq: 0, prev: "", text }, key, now)).armored;
  const body = {
    v: 1,
    question,
    receipt: {
      locatorHash: await sha256Hex(fromHex(secrets.locator)),
      authHash: await sha256Hex(fromHex(secrets.auth)),
    },
    publicKey: key.publicKey,
    fingerprint: key.fingerprint,
    receiptWrap: await wrapForReceipt(key.privateKey, secrets.wrapKey),
    wraps: await Promise.all(
      to.map(async (person) => ({
        person: person.id,
        sealed: await wrapKey({ privateKey: key.privateKey, recipient: person.keys.publicKey, now }),
      })),
    ),
    message,
  };
  return { question, words, secrets, key, body };
}

type Message = { question: string; kind: "question" | "answer"; seq: number; prev: string; text: string };

/** Seals one message of a thread; an answer is signed by its officer. */
export function sealMessage(
  { question, kind, seq, prev, text }: Message,
  key: Pick<KeyPair, "publicKey">,
  now: Date,
  signingKey?: string,
) {
  const payload = { case: question, compartment: "correspondence" as const, kind, seq, prev, body: { text } };
  return sealItem({ payload, compartmentPublicKey: key.publicKey, now, signingKey });
}

/** Opens the mailbox of a question; gives the header that reads and writes its thread. */
export async function enter(office: SeedOffice, { secrets }: SealedQuestion) {
  const client = new Client(office.base);
  const { locator, auth } = secrets;
  const { token, opens } = await client.call<{ token: string; opens: string }>("POST", "/api/v1/mailbox/session", {
    locator,
    auth,
  });
  const headers = { Authorization: `Bearer ${token}` };
  const read = () => client.call<Thread>("GET", "/api/v1/mailbox/question", undefined, headers);
  const write = (body: unknown) => client.call<object>("POST", "/api/v1/mailbox/question", body, headers);
  const end = () => client.call<object>("DELETE", "/api/v1/mailbox/question", undefined, headers);
  return { opens, headers, client, read, write, end };
}

/** The text of a message, with the signature that it has to carry. */
export async function openText(
  { question, key }: SealedQuestion,
  message: Thread["messages"][number],
  signer?: SeedPerson,
): Promise<string> {
  const { payload } = await openItem({
    armored: message.armored,
    compartmentPrivateKey: key.privateKey,
    expect: { case: question, compartment: "correspondence", seq: message.seq },
    signers: signer ? { [signer.keys.fingerprint]: signer.keys.publicKey } : {},
    requireSigned: signer !== undefined,
  });
  return (payload.body as { text: string }).text;
}
