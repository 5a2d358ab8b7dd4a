import type { Act } from "~crypto/acts";
import type { PublicText } from "~crypto/public-text";
import { publishes } from "~workflows/publications";
import type { ActAnswers } from "./act-answers";
import { draftCodes } from "./act-codes";
import { draftItems } from "./act-items";
import { draftCopies } from "./bare-copies";
import { handOver } from "./hand-over";
import type { HeldKey } from "./key-store";
import type { OpenedCase } from "./open-case";
import { grantedBy, type NewCompartment } from "./plan-keys";
import { prepareTargets } from "./prepare-targets";
import { proposedText } from "./public-text";
import type { CaseRecord, Desk, OpenAct } from "./records";
import type { NamedPart, SendPart } from "./seal-file";
import { type SealedItem, sealDraft } from "./seal-item";
import { vouchFor } from "./vouch";

/** One act, sealed and signed, as it is posted. */
export type SignedAct = {
  act: Act;
  signature: string;
  version: number;
  items: SealedItem[];
  compartments: NewCompartment[];
  wraps: { compartment: string; person: string; sealed: string }[];
  parts: NamedPart[];
  /** The text that the act makes public, in the open. */
  statement?: PublicText;
};

export type Acting = {
  record: CaseRecord;
  desk: Pick<Desk, "me" | "office" | "directory">;
  held: HeldKey;
  opened: OpenedCase;
  act: OpenAct;
  answers: ActAnswers;
  struck: readonly string[];
  /** Takes the sealed part of a file, before the act that names it; only an act with a file needs it. */
  sendPart?: SendPart;
};

/**
 * Turns a filled form into one signed act: seals what it says into the right compartments, makes the compartments that
 * are missing or stale, wraps keys for whoever gains access, chains and signs. Of all this only a file's part is sent.
 *
 * Errors: HolderError, KeyNotHeld, KeyNotNamed, KeyNotRenewed, OtherTextError, those of crypto/, and those of `sendPart`.
 */
export async function sealAct(acting: Acting): Promise<SignedAct> {
  const { signAct } = await import("~crypto/acts");
  const { randomId, sha256Hex } = await import("~crypto/bytes");
  const { record, held, act, answers, struck, opened } = acting;
  const statement = publishes(act.event) ? await proposedText(record, opened, act.event) : null;
  const drafts = await vouchFor(draftItems(act, answers, record, randomId()), acting);
  const granted = grantedBy(act, answers.person);
  const copies = drafts.length > 0 || granted ? await draftCopies(opened) : [];
  const { compartments, targets } = await prepareTargets(acting, [...copies, ...drafts], granted);

  const items: SealedItem[] = [];
  const parts: NamedPart[] = [];
  for (const draft of [...copies, ...drafts]) items.push(await sealDraft(acting, draft, targets, parts));
  const last = record.last ?? record.acts.at(-1);
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
  const { version } = record;
  return { act: signed, signature, version, items, compartments, wraps, parts, ...(statement && { statement }) };
}
