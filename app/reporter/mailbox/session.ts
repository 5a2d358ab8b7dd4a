import { readFingerprint } from "~crypto/keys";
import { deriveReceiptSecrets } from "~crypto/receipt";
import { openReceiptWrap, openWrap } from "~crypto/wraps";
import { CallError, callJson } from "../api";

export type MailboxItem = {
  id: string;
  compartment: string;
  seq: number;
  kind: string;
  author: string;
  armored: string;
  digest: string;
  day: string;
};
export type Milestone = { id: string; day: string; state: "done" | "next" | "later" | "late"; doneDay?: string };
/** A day that somebody let pass, told on `day`, and the new last day where there is one. */
export type Missed = { duty: string; owner: string; day: string; due: string; next: string | null };
type Compartment = { id: string; epoch: number; publicKey: string; fingerprint: string; receiptWrap: string | null };

/** A line of the directory that the office ended, with its signed word until when it counted. */
export type FormerLine = {
  person: string;
  publicKey: string;
  fingerprint: string;
  entry: string;
  entrySignature: string;
  ending: string;
  endingSignature: string;
};

export type MailboxAnswer = {
  case: string;
  reference: string;
  kind: string;
  state: string;
  today: string;
  receipt: { publicKey: string; lockedKey: string };
  compartments: Compartment[];
  items: MailboxItem[];
  former?: FormerLine[];
  milestones: Milestone[];
  open: string[];
  /** The last day of the state that the case is in. */
  due: string | null;
  missed: Missed[];
  standing: { state: string; since: string | null; confirmedFrom: string | null };
  isReadOnly: boolean;
  isUrgent: boolean;
  isProtected: boolean;
  hasAccepted: boolean;
  consents: { purpose: string; until: string | null }[];
  /** Purposes that the reporter took back and did not agree to again. */
  takenBack: string[];
  deletedAfter: string | null;
  /** What was made public of the case, by its number among the published texts. */
  published: { number: number; kind: string }[];
  /** Mail about news, where it is offered. */
  mail: { isOn: boolean; publicKey: string } | null;
};

/** An open mailbox. Words, secrets and keys are in this object alone; closing drops it. */
export type Session = {
  /** What the words open: a case, or a question that opened none. */
  opens: "case" | "question";
  /** Opens a private key that was locked with what only the words give. */
  openWrap: (sealed: string, fingerprint: string) => Promise<string>;
  read: () => Promise<MailboxAnswer>;
  /** A token that is valid now; asked for anew when the old one has run out. */
  token: () => Promise<string>;
  /** Runs a call with a token, and once more with a fresh one if the first has run out meanwhile. */
  withToken: <Answer>(work: (token: string) => Promise<Answer>) => Promise<Answer>;
  /** The private keys of the compartments that the receipt opens, by compartment id. */
  keysOf: (answer: MailboxAnswer) => Promise<Map<string, string>>;
};

/**
 * Opens the mailbox of a receipt. What is sent are two values derived from the words, never the words.
 *
 * Errors: CallError: status 404 where no mailbox opens with these words, whatever the reason.
 */
export async function openSession(receipt: readonly string[], officeFingerprint: string): Promise<Session> {
  const { locator, auth, wrapKey } = await deriveReceiptSecrets(receipt, officeFingerprint);
  const keys = new Map<string, string>();
  const first = await signIn();
  let current = first.token;

  async function signIn(): Promise<{ token: string; opens: Session["opens"] }> {
    const body = JSON.stringify({ locator, auth });
    return callJson("/api/v1/mailbox/session", { method: "POST", body });
  }

  async function withToken<Answer>(work: (token: string) => Promise<Answer>): Promise<Answer> {
    try {
      return await work(current);
    } catch (error) {
      if (!(error instanceof CallError) || error.status !== 401) throw error;
      current = (await signIn()).token;
      return work(current);
    }
  }

  async function keysOf({ receipt: locked, compartments }: MailboxAnswer): Promise<Map<string, string>> {
    const missing = compartments.filter(({ id }) => !keys.has(id));
    if (missing.length === 0) return keys;
    const own = await openReceiptWrap(locked.lockedKey, wrapKey, await readFingerprint(locked.publicKey));
    for (const { id, fingerprint, receiptWrap } of missing) {
      // The first key is locked by the words themselves; later ones are made by the office, for the receipt's own key.
      if (receiptWrap?.startsWith("-----BEGIN")) {
        keys.set(id, await openWrap({ sealed: receiptWrap, privateKey: own, fingerprint }));
      } else if (receiptWrap) keys.set(id, await openReceiptWrap(receiptWrap, wrapKey, fingerprint));
    }
    return keys;
  }

  const read = () => withToken((token) => callJson<MailboxAnswer>("/api/v1/mailbox", { token }));
  const unwrap = (sealed: string, fingerprint: string) => openReceiptWrap(sealed, wrapKey, fingerprint);
  const token = () => withToken(async (token) => token);
  return { opens: first.opens, openWrap: unwrap, read, token, withToken, keysOf };
}
