import { answersToSend, formFor, type Kind } from "~/forms";
import { fromHex, randomId, sha256Hex } from "~crypto/bytes";
import { generateCompartmentKey } from "~crypto/compartments";
import { generateKeyPair } from "~crypto/keys";
import { deriveReceiptSecrets, drawReceipt } from "~crypto/receipt";
import type { RecipientKey } from "~crypto/recipients";
import { wrapForReceipt, wrapKey } from "~crypto/wraps";
import { type Office, type OfficePerson, requireRecipient } from "../office";
import { addItem, type Outgoing, startOutgoing } from "../send/outgoing";
import type { Draft } from "./draft";
import { type SealedIdentity, sealIdentity } from "./seal-identity";

/** A sealed report: what is sent, and the words that are not. */
export type SealedReport = { words: string[]; head: ReportHead; out: Outgoing; identity: SealedIdentity | null };

type ReportHead = {
  v: 1;
  case: string;
  kind: Kind;
  language: string;
  urgent: boolean;
  receipt: { locatorHash: string; authHash: string; publicKey: string; lockedKey: string };
  compartments: (SealedIdentity["compartment"] | Correspondence)[];
};

type Correspondence = {
  type: "correspondence";
  publicKey: string;
  fingerprint: string;
  receiptWrap: string;
  wraps: { person: string; sealed: string }[];
};

type Checked = OfficePerson & { key: RecipientKey };

/**
 * Checks the keys of everybody who might be drawn, not only of those who were: a key that cannot be used is named, never
 * passed over.
 *
 * Errors: BadRecipientError for the first that must not be used.
 */
export async function checkRecipients(people: readonly OfficePerson[], office: Office, now: Date): Promise<Checked[]> {
  return Promise.all(people.map(async (person) => ({ ...person, key: await requireRecipient(person, office, now) })));
}

type Order = { draft: Draft; kind: Kind; language: string; office: Office; recipients: Checked[]; now: Date };

/**
 * Seals a report to the people drawn and to a new receipt. Nothing is sent here.
 *
 * Shape: the report is item 0 of a new compartment, whose private key is wrapped to each recipient, and locked with what
 *        only the twelve words give: whoever lacks them cannot put another key in its place. The receipt's own key is
 *        for later epochs, which the office makes. The server gets hashes of two other values.
 */
export async function sealReport({ draft, kind, language, office, recipients, now }: Order): Promise<SealedReport> {
  const words = drawReceipt();
  const secrets = await deriveReceiptSecrets(words, office.fingerprint);
  const [compartment, receiptKey] = await Promise.all([
    generateCompartmentKey({ now }),
    generateKeyPair({ name: "", now }),
  ]);
  const { privateKey } = compartment;
  const wraps = await Promise.all(
    recipients.map(async ({ person, key }) => ({ person, sealed: await wrapKey({ privateKey, recipient: key, now }) })),
  );
  const { name, ...answers } = answersToSend(kind, draft.answers);
  const caseId = randomId();
  // Two people are needed to open a name. Where only one can be reached, it stays in the report, as the form says.
  const isApart = typeof name === "string" && recipients.length > 1;
  const identity = isApart
    ? await sealIdentity({ caseId, name, custodians: recipients, receiptWrapKey: secrets.wrapKey, now })
    : null;
  const head: ReportHead = {
    v: 1,
    case: caseId,
    kind,
    language,
    urgent: answers.urgentShown === true,
    receipt: {
      locatorHash: await sha256Hex(fromHex(secrets.locator)),
      authHash: await sha256Hex(fromHex(secrets.auth)),
      publicKey: receiptKey.publicKey,
      lockedKey: await wrapForReceipt(receiptKey.privateKey, secrets.wrapKey),
    },
    compartments: [
      {
        type: "correspondence",
        publicKey: compartment.publicKey,
        fingerprint: compartment.fingerprint,
        receiptWrap: await wrapForReceipt(privateKey, secrets.wrapKey),
        wraps,
      },
      ...(identity ? [identity.compartment] : []),
    ],
  };
  const out = startOutgoing({ caseId: head.case, compartmentKey: compartment.publicKey, files: draft.files });
  const told = identity || name === undefined ? answers : { ...answers, name };
  const struck = draft.concernsOffice ? [...draft.struck].sort() : [];
  await addItem(out, {
    kind: "report",
    body: { form: formFor(kind).id, language, kind, answers: told, struck, receiptKey: receiptKey.fingerprint },
    now,
  });
  return { words, head, out, identity };
}

/** The whole request, the same bytes each time it is asked for. */
export function reportRequest({ head, out, identity }: SealedReport): string {
  const items = out.items.map(({ kind, seq, armored }) => ({ compartment: "correspondence", kind, seq, armored }));
  return JSON.stringify({ ...head, items: [...items, ...(identity ? [identity.item] : [])], parts: out.parts });
}
