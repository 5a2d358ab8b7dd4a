import { CallError, callJson, fetchLate } from "../api";
import { drawSome } from "../draw";
import { intakeWithout, type Office, type OfficePerson } from "../office";
import type { Line } from "../send/line";
import { fetchSending } from "../send/open-upload";
import { watchWork } from "../work/proofs";
import { type Draft, keptOut } from "./draft";
import { checkRecipients, type Report, reportRequest, type SealedReport, sealReport } from "./seal";

/** What the server says of a report that it keeps. */
export type Arrival = { reference: string; day: string; milestones: { id: string; day: string }[] };

export type Progress = { stage: "keys" | "seal" | "work" | "files" | "report"; done: number; total: number };

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
  report: Report;
  language: string;
  office: Office;
  now: () => Date;
  onProgress: (progress: Progress) => void;
  /** The line over which files go; a person can hold it up. */
  line?: Line;
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
  watchWork((share) => onProgress({ stage: "work", done: share, total: 1 }));
  onProgress({ stage: "files", done: out.sent, total: out.total });
  if (out.files.length > 0) {
    const { sendFiles } = await fetchLate(fetchSending);
    await sendFiles(out, now(), order.line);
  }
  onProgress({ stage: "report", done: out.total, total: out.total });
  try {
    const { sealed } = delivery;
    return await callJson<Arrival>("/api/v1/reports", {
      method: "POST",
      body: reportRequest(sealed),
      thing: sealed.head.case,
    });
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
