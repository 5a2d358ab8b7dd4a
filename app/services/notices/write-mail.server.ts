import { readConfig } from "~/platform/config.server";
import { database } from "~/platform/database.server";
import { NoticeMailError, sealNotice, writePlainNotice } from "~crypto/notice-mail";
import { RecipientKeyError, requireRecipientKey } from "~crypto/recipients";
import { keyFault, mayHaveArrived, type StuckFault } from "./faults.server";
import type { DueMail } from "./find-due.server";
import { partyText, staffText } from "./mail-text.server";
import { requireNoticeKey } from "./notice-key.server";

/**
 * Writes the message of a due mail.
 *
 * Shape:  the whole message as text, or the fault that keeps it from being written. Nothing for a person of the office,
 *         and nothing for a party who gave a key, is ever written in the clear.
 */
export async function writeMail(
  mail: DueMail,
  from: string,
  now: Date,
): Promise<{ raw: string } | { fault: StuckFault }> {
  try {
    return { raw: await write(mail, from, now) };
  } catch (error) {
    if (error instanceof RecipientKeyError) return { fault: keyFault(error.fault) };
    if (error instanceof NoticeMailError) return { fault: "notWritten" };
    throw error;
  }
}

async function write(mail: DueMail, from: string, now: Date): Promise<string> {
  const { to, publicKey, isParty } = mail;
  const isRepeated = mail.rows.some(mayHaveArrived);
  const { deskOrigin, publicOrigin } = readConfig();
  const text = isParty ? partyText(isRepeated) : staffText(deskOrigin ?? publicOrigin, isRepeated);
  if (isParty && publicKey === null) return writePlainNotice({ from, to, text, now });
  const recipient = isParty ? (publicKey ?? "") : await requireStaffKey(publicKey, now);
  const { privateKey: signingKey } = await requireNoticeKey();
  return sealNotice({ from, to, text, recipient, signingKey, now });
}

async function requireStaffKey(publicKey: string | null, now: Date) {
  const office = await database().office.findFirstOrThrow({ select: { publicKey: true } });
  return requireRecipientKey({ publicKey: publicKey ?? "", officePublicKey: office.publicKey, now });
}
