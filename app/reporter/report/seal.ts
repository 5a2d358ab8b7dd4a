import { type Answers, type CaseKind, caseKind, type Kind } from "~/forms/form";
import { fromHex, sha256Hex } from "~crypto/bytes";
import { generateCompartmentKey } from "~crypto/compartments";
import { generateKeyPair } from "~crypto/keys";
import { deriveReceiptSecrets, drawReceipt, translateReceipt } from "~crypto/receipt";
import type { RecipientKey } from "~crypto/recipients";
import { wrapForReceipt, wrapKey } from "~crypto/wraps";
import { originalApart } from "../files/picked-file";
import { type Office, type OfficePerson, requireRecipient } from "../office";
import { addItem, type Outgoing, type SealedItem, startOutgoing } from "../send/outgoing";
import { takeThing } from "../work/proofs";
import type { Draft } from "./draft";
import { type SealedIdentity, sealIdentity } from "./seal-identity";

/** The words of a receipt in the language that they are shown in. */
export type ShownReceipt = { words: string[]; language: string };

/** A sealed report: what is sent, and the words that are not. */
export type SealedReport = { receipt: ShownReceipt; head: ReportHead; out: Outgoing; identity: SealedIdentity | null };

type ReportHead = {
  v: 1;
  case: string;
  kind: CaseKind;
  language: string;
  urgent: boolean;
  receipt: { locatorHash: string; authHash: string; publicKey: string; lockedKey: string };
  compartments: (SealedIdentity["compartment"] | Conversation)[];
};

type Conversation = {
  type: "correspondence" | "originals";
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

/** What is reported: the form that asked, and the answers that it asked for. */
export type Report = { form: string; kind: Kind; answers: Answers };

type Order = { draft: Draft; report: Report; language: string; office: Office; recipients: Checked[]; now: Date };

/**
 * Seals a report to the people drawn and to a new receipt. Nothing is sent here.
 *
 * Shape: the report is item 0 of a new compartment, whose private key is wrapped to each recipient, and locked with what
 *        only the twelve words give: whoever lacks them cannot put another key in its place. The receipt's own key is
 *        for later epochs, which the office makes. The server gets hashes of two other values.
 */
export async function sealReport({ draft, report, language, office, recipients, now }: Order): Promise<SealedReport> {
  const words = drawReceipt();
  // Before anything is sent: afterwards the network may be gone, and the words with it.
  const receipt = await translateReceipt(words, language);
  const secrets = await deriveReceiptSecrets(words, office.fingerprint);
  const receiptKey = await generateKeyPair({ name: "", now });
  const correspondence = await makeCompartment("correspondence", recipients, secrets.wrapKey, now);
  const isKept = draft.files.some((file) => originalApart(file) !== null);
  const originals = isKept ? await makeCompartment("originals", recipients, secrets.wrapKey, now) : null;
  const { name, ...answers } = report.answers;
  const caseId = takeThing();
  // Two people are needed to open a name. Where only one can be reached, it stays in the report, as the form says.
  const isApart = typeof name === "string" && recipients.length > 1;
  const identity = isApart
    ? await sealIdentity({ caseId, name, custodians: recipients, receiptWrapKey: secrets.wrapKey, now })
    : null;
  const head: ReportHead = {
    v: 1,
    case: caseId,
    kind: caseKind(report.kind),
    language,
    urgent: answers.urgentShown === true,
    receipt: {
      locatorHash: await sha256Hex(fromHex(secrets.locator)),
      authHash: await sha256Hex(fromHex(secrets.auth)),
      publicKey: receiptKey.publicKey,
      lockedKey: await wrapForReceipt(receiptKey.privateKey, secrets.wrapKey),
    },
    compartments: [correspondence, ...(originals ? [originals] : []), ...(identity ? [identity.compartment] : [])],
  };
  const out = startOutgoing({
    caseId: head.case,
    compartmentKey: correspondence.publicKey,
    apartKey: originals?.publicKey ?? null,
    files: draft.files,
  });
  const told = identity || name === undefined ? answers : { ...answers, name };
  const struck = draft.concernsOffice ? [...draft.struck].sort() : [];
  await addItem(out, {
    kind: "report",
    body: { form: report.form, language, kind: report.kind, answers: told, struck, receiptKey: receiptKey.fingerprint },
    now,
  });
  return { receipt, head, out, identity };
}

/** A compartment of the reporter's: its private key goes to each of the people drawn, and to the receipt. */
async function makeCompartment(
  type: Conversation["type"],
  recipients: readonly Checked[],
  receiptWrapKey: Uint8Array,
  now: Date,
): Promise<Conversation> {
  const { publicKey, privateKey, fingerprint } = await generateCompartmentKey({ now });
  const wraps = await Promise.all(
    recipients.map(async ({ person, key }) => ({ person, sealed: await wrapKey({ privateKey, recipient: key, now }) })),
  );
  return { type, publicKey, fingerprint, receiptWrap: await wrapForReceipt(privateKey, receiptWrapKey), wraps };
}

/** The whole request, the same bytes each time it is asked for. */
export function reportRequest({ head, out, identity }: SealedReport): string {
  const itemsOf = (compartment: string, items: readonly SealedItem[]) =>
    items.map(({ kind, seq, armored }) => ({ compartment, kind, seq, armored }));
  const items = [
    ...itemsOf("correspondence", out.items),
    ...itemsOf("originals", out.apart?.items ?? []),
    ...(identity ? [identity.item] : []),
  ];
  return JSON.stringify({ ...head, items, parts: out.parts });
}
