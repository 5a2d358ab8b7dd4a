import { readConfig } from "~/platform/config.server";
import { deliver, type MailFault } from "~/platform/mail.server";
import type { MailConfig } from "~/platform/mail-config.server";
import { claim, markFailed, markSent, postpone } from "./claim.server";
import { type DueMail, findDueMails } from "./find-due.server";
import { writeMail } from "./write-mail.server";

/** Faults of the mail server or its settings: the next mail would meet the same, or wait a minute for a silent server. */
const FOR_EVERYBODY: MailFault[] = ["unreachable", "tls", "auth", "unknown"];

/**
 * Sends every mail that is due.
 *
 * Shape:  how many left and how many failed. Several processes may call it at once: each mail is claimed by one. A mail
 *         leaves at least once; where nobody knows whether it did, it leaves again and says so inside.
 * Errors: only where the database fails; a claimed mail is then tried again after its lease.
 */
export async function sendDueNotices(now: Date, signal?: AbortSignal): Promise<{ sent: number; failed: number }> {
  const { mail: server } = readConfig();
  const count = { sent: 0, failed: 0 };
  if (!server) return count;
  const mails = await findDueMails(now);
  for (const [nth, mail] of mails.entries()) {
    if (signal?.aborted) break;
    const lease = await claim(mail, now);
    if (lease === null) continue;
    const fault = await send(mail, lease, server, now, signal);
    count[fault === null ? "sent" : "failed"]++;
    if (fault !== null && FOR_EVERYBODY.includes(fault)) {
      await postpone(mails.slice(nth + 1), now);
      break;
    }
  }
  return count;
}

async function send(mail: DueMail, lease: bigint, server: MailConfig, now: Date, signal?: AbortSignal) {
  const written = await writeMail(mail, server.from, now);
  if ("fault" in written) {
    await markFailed(mail, lease, written.fault, true, now);
    return "refused" as const;
  }
  const fault = await deliver(server, { to: mail.to, raw: written.raw }, signal);
  if (fault === null) await markSent(mail, lease, now);
  else await markFailed(mail, lease, fault, fault === "refused", now);
  return fault;
}
