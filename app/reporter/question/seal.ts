import { fromHex, sha256Hex } from "~crypto/bytes";
import { generateCompartmentKey } from "~crypto/compartments";
import { sealItem } from "~crypto/items";
import { deriveReceiptSecrets, drawReceipt, translateReceipt } from "~crypto/receipt";
import { wrapForReceipt, wrapKey } from "~crypto/wraps";
import type { Office } from "../office";
import type { checkRecipients, ShownReceipt } from "../report/seal";
import { takeThing } from "../work/proofs";

/** A sealed question: what is sent, the same bytes each time, and the words that are not. */
export type SealedQuestion = { receipt: ShownReceipt; question: string; request: string };

type Order = {
  text: string;
  language: string;
  office: Office;
  recipients: Awaited<ReturnType<typeof checkRecipients>>;
  now: Date;
};

/**
 * Seals a question as a report is sealed: to a new key, wrapped to the people drawn and locked with what only the twelve
 * words give. Nothing is sent here.
 *
 * Shape: inside, its kind says "question": it can never be taken for part of a case.
 */
export async function sealQuestion({ text, language, office, recipients, now }: Order): Promise<SealedQuestion> {
  const words = drawReceipt();
  const receipt = await translateReceipt(words, language);
  const secrets = await deriveReceiptSecrets(words, office.fingerprint);
  const { privateKey, publicKey, fingerprint } = await generateCompartmentKey({ now });
  const question = takeThing();
  const { armored } = await sealItem({
    payload: {
      case: question,
      compartment: "correspondence",
      kind: "question",
      seq: 0,
      prev: "",
      body: { text },
    },
    compartmentPublicKey: publicKey,
    now,
  });
  const wraps = await Promise.all(
    recipients.map(async ({ person, key }) => ({ person, sealed: await wrapKey({ privateKey, recipient: key, now }) })),
  );
  const request = JSON.stringify({
    v: 1,
    question,
    receipt: {
      locatorHash: await sha256Hex(fromHex(secrets.locator)),
      authHash: await sha256Hex(fromHex(secrets.auth)),
    },
    ...{ publicKey, fingerprint, wraps, message: armored },
    receiptWrap: await wrapForReceipt(privateKey, secrets.wrapKey),
  });
  return { receipt, question, request };
}
