import type { Act } from "~crypto/acts";
import type { ActAnswers } from "./act-answers";
import { draftCodes } from "./act-codes";
import { type DraftItem, draftItems } from "./act-items";
import { draftCopies, replyKeyOf } from "./bare-copies";
import { checkDirectory } from "./directory";
import { handOver } from "./hand-over";
import type { HeldKey } from "./key-store";
import { makeCompartment } from "./make-compartment";
import type { OpenedCase } from "./open-case";
import { grantedBy, holdersOf, KeyNotHeld, KeyNotNamed, type NewCompartment, newestOf, type Target } from "./plan-keys";
import type { CaseCompartment, CaseRecord, Desk, OpenAct } from "./records";
import { receiptKeyOf } from "./summary";

export type SealedItem = {
  id: string;
  compartment: string;
  seq: number;
  kind: string;
  armored: string;
  reply?: string;
};

/** One act, sealed and signed, as it is posted. */
export type SignedAct = {
  act: Act;
  signature: string;
  version: number;
  items: SealedItem[];
  compartments: NewCompartment[];
  wraps: { compartment: string; person: string; sealed: string }[];
  parts: never[];
};

export type Acting = {
  record: CaseRecord;
  desk: Pick<Desk, "me" | "office" | "directory">;
  held: HeldKey;
  opened: OpenedCase;
  act: OpenAct;
  answers: ActAnswers;
  struck: readonly string[];
};

/**
 * Turns a filled form into one signed act: seals what it says into the right compartments, makes the compartments that
 * are missing, wraps keys for whoever gains access, chains and signs. Nothing is sent.
 *
 * Errors: HolderError, KeyNotHeld, and those of crypto/.
 */
export async function sealAct(acting: Acting): Promise<SignedAct> {
  const { signAct } = await import("~crypto/acts");
  const { randomId, sha256Hex } = await import("~crypto/bytes");
  const { record, held, act, answers, struck, opened } = acting;
  const drafts = draftItems(act, answers, record, randomId());
  const granted = grantedBy(act, answers.person);
  const copies = drafts.length > 0 || granted ? draftCopies(opened) : [];
  const { compartments, targets } = await prepareTargets(acting, [...copies, ...drafts], granted);

  const items: SealedItem[] = [];
  for (const draft of [...copies, ...drafts]) items.push(await sealDraft(acting, draft, targets));
  const last = record.acts.at(-1);
  const signed: Act = {
    v: 1,
    case: record.case,
    seq: last ? last.seq + 1 : 0,
    event: act.event,
    codes: {
      ...(await draftCodes(act, answers, record, drafts, struck)),
      ...(compartments.length > 0 && { keys: compartments.map(({ fingerprint }) => fingerprint) }),
    },
    itemDigests: await Promise.all(items.map(({ armored }) => sha256Hex(armored))),
    prevAct: last?.digest ?? "",
    day: record.today,
    actor: held.person,
    role: act.role as Act["role"],
  };
  const signature = await signAct(signed, held.privateKey, new Date());
  const wraps = await handOver(acting, granted);
  return { act: signed, signature, version: record.version, items, compartments, wraps, parts: [] };
}

/** The compartments that the items go to. After somebody lost access the old key takes nothing more: a new epoch is made. */
async function prepareTargets(
  { record, desk, struck, opened }: Acting,
  drafts: readonly DraftItem[],
  granted: string | null,
) {
  const targets = new Map<string, Target>();
  const compartments: NewCompartment[] = [];
  const officePublicKey = desk.office.publicKey;
  const receiptFingerprint = receiptKeyOf(opened);
  for (const type of neededTypes(record, drafts)) {
    const newest = newestOf(record, type);
    if (newest && !newest.stale) {
      const items = record.items.filter(({ compartment }) => compartment === newest.id).sort((a, b) => a.seq - b.seq);
      targets.set(type, {
        id: newest.id,
        publicKey: await trustedKey(record, newest, opened),
        nextSeq: items.length,
        lastDigest: items.at(-1)?.digest ?? "",
      });
      continue;
    }
    const holders = holdersOf(record, granted, struck);
    const directory = await checkDirectory(desk);
    const made = await makeCompartment({ type, record, holders, directory, officePublicKey, receiptFingerprint });
    compartments.push(made.compartment);
    targets.set(type, made.target);
  }
  return { compartments, targets };
}

/**
 * The public half of a compartment's key, taken from the private key that this person opened. A key that the office made
 * is named in a signed act; one that no act names may be the server's own, and nothing is sealed to it.
 */
async function trustedKey(record: CaseRecord, newest: CaseCompartment, opened: OpenedCase): Promise<string> {
  const { publicKeyOf } = await import("~crypto/keys");
  const privateKey = opened.keys.get(newest.id);
  if (!privateKey) throw new KeyNotHeld();
  const isReporters = newest.type === "correspondence" && newest.epoch === 1 && record.channel === "browser";
  const isNamed = record.acts.some(
    ({ text, signature }) => signature !== null && namedKeys(text).includes(newest.fingerprint),
  );
  if (!isReporters && !isNamed) throw new KeyNotNamed();
  return publicKeyOf(privateKey);
}

function namedKeys(actText: string): unknown[] {
  const { codes } = JSON.parse(actText) as Act;
  return Array.isArray(codes.keys) ? codes.keys : [];
}

/** The first act that writes anything also makes the office's own compartment, so that the case has one from the start. */
function neededTypes(record: CaseRecord, drafts: readonly DraftItem[]): NewCompartment["type"][] {
  const types = new Set(drafts.map(({ compartment }) => compartment));
  if (drafts.length > 0 && !newestOf(record, "deliberation")) types.add("deliberation");
  return [...types];
}

async function sealDraft(
  { record, held, opened }: Acting,
  draft: DraftItem,
  targets: Map<string, Target>,
): Promise<SealedItem> {
  const { sealItem } = await import("~crypto/items");
  const { randomId } = await import("~crypto/bytes");
  const target = targets.get(draft.compartment);
  if (!target) throw new KeyNotHeld();
  const now = new Date();
  const { armored, digest } = await sealItem({
    payload: {
      case: record.case,
      compartment: draft.compartment,
      kind: draft.kind,
      seq: target.nextSeq,
      prev: target.lastDigest,
      body: draft.body,
    },
    compartmentPublicKey: target.publicKey,
    signingKey: held.privateKey,
    now,
  });
  const item: SealedItem = { id: randomId(), compartment: target.id, seq: target.nextSeq, kind: draft.kind, armored };
  targets.set(draft.compartment, { ...target, nextSeq: target.nextSeq + 1, lastDigest: digest });
  const recipientPublicKey = record.channel === "armored" && draft.plain ? replyKeyOf(opened) : "";
  if (!recipientPublicKey || !draft.plain) return item;
  const { sealPlainReply } = await import("~crypto/bare-messages");
  return {
    ...item,
    reply: await sealPlainReply({ text: draft.plain, recipientPublicKey, signingKey: held.privateKey, now }),
  };
}
