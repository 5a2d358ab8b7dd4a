import type { Kind } from "~/forms";
import { CallError, callJson } from "../api";
import { drawSome } from "../draw";
import { intakeWithout, type Office, type OfficePerson } from "../office";
import { sendFiles } from "../send/outgoing";
import { type Draft, keptOut } from "./draft";
import { checkRecipients, reportRequest, type SealedReport, sealReport } from "./seal";

/** What the server says of a report that it keeps. */
export type Arrival = { reference: string; day: string; milestones: { id: string; day: string }[] };

export type Progress = { stage: "keys" | "seal" | "files" | "report"; done: number; total: number };

/** A report on its way. `sealed` stays after a failure, so that another attempt sends the same bytes. */
export type Delivery = {
  recipients: readonly OfficePerson[];
  sealed: SealedReport | null;
  /** Whether the report may have arrived without our knowing: then only the same bytes may ever be sent again. */
  isOpen: boolean;
};

/** Draws who will be able to open the report: up to three of the intake officers whom the reporter did not strike out. */
export function startDelivery(office: Office, draft: Draft): Delivery {
  return { recipients: drawSome(intakeWithout(office, keptOut(draft))), sealed: null, isOpen: false };
}

type Delivering = {
  delivery: Delivery;
  draft: Draft;
  kind: Kind;
  language: string;
  office: Office;
  now: () => Date;
  onProgress: (progress: Progress) => void;
};

/**
 * Checks keys, seals and sends: what has been done already is not done again.
 *
 * Errors: BadRecipientError before anything is sealed; FileError; CallError.
 */
export async function deliver(order: Delivering): Promise<Arrival> {
  const { delivery, office, draft, now, onProgress } = order;
  if (!delivery.sealed) {
    onProgress({ stage: "keys", done: 0, total: 1 });
    const checked = await checkRecipients(intakeWithout(office, keptOut(draft)), office, now());
    const drawn = new Set(delivery.recipients.map(({ person }) => person));
    onProgress({ stage: "seal", done: 0, total: 1 });
    const recipients = checked.filter(({ person }) => drawn.has(person));
    delivery.sealed = await sealReport({ ...order, recipients, now: now() });
  }
  const { out } = delivery.sealed;
  const onPart = (done: number) => onProgress({ stage: "files", done, total: out.total });
  onPart(out.parts.length);
  await sendFiles(out, now(), onPart);
  onProgress({ stage: "report", done: out.total, total: out.total });
  try {
    return await callJson<Arrival>("/api/v1/reports", { method: "POST", body: reportRequest(delivery.sealed) });
  } catch (error) {
    delivery.isOpen = mayHaveArrived(error, delivery.isOpen);
    throw error;
  }
}

/** Answers by which a server says that it kept nothing: too many requests, busy, no room. */
const KEPT_NOTHING = [429, 503, 507];

/**
 * Whether a report may lie at the office although it was not confirmed.
 *
 * Shape: a refusal is certain even after an uncertain attempt, because a report that had arrived would have been
 *        confirmed again; "busy" says something about this attempt only.
 */
export function mayHaveArrived(error: unknown, before: boolean): boolean {
  if (!(error instanceof CallError)) return true;
  if (error.fault === "refused") return false;
  return before || !KEPT_NOTHING.includes(error.status);
}
