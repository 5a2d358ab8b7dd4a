import type { MailFault } from "~/platform/mail.server";
import type { RecipientKeyFault } from "~crypto/recipients";

/** What keeps a notice from leaving until somebody changes something; all but the last concern the recipient's key. */
export type StuckFault = "noKey" | "keyExpired" | "keyRevoked" | "keyWeak" | "notCertified" | "notWritten";
export type NoticeFault = MailFault | StuckFault;

const KEY_FAULTS: Record<RecipientKeyFault, StuckFault> = {
  malformed: "noKey",
  expired: "keyExpired",
  revoked: "keyRevoked",
  weak: "keyWeak",
  uncertified: "notCertified",
};

/** The code for a key that nothing may be encrypted to. */
export function keyFault(fault: RecipientKeyFault): StuckFault {
  return KEY_FAULTS[fault];
}

/** Stands before a later fault of a notice that may have arrived already, so that every later try can say so. */
const AGAIN = "again:";

/** True if an earlier try may have arrived: its outcome is unknown, or its process died on the way. */
export function mayHaveArrived(row: { state: string; fault: string | null }): boolean {
  return row.state === "sending" || row.fault === "unknown" || (row.fault?.startsWith(AGAIN) ?? false);
}

/** The fault to keep on a row after another failed try. */
export function writeFault(row: { state: string; fault: string | null }, fault: NoticeFault): string {
  return fault !== "unknown" && mayHaveArrived(row) ? AGAIN + fault : fault;
}

/** The fault to keep on a row that starts afresh: nothing, except that it may have arrived. */
export function restartedFault(row: { state: string; fault: string | null }): string | null {
  return mayHaveArrived(row) ? "unknown" : null;
}

/** What went wrong last. */
export function readFault(fault: string): NoticeFault {
  return (fault.startsWith(AGAIN) ? fault.slice(AGAIN.length) : fault) as NoticeFault;
}
