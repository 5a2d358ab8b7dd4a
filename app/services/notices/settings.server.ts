import { z } from "zod";
import { now } from "~/platform/clock.server";
import { readConfig } from "~/platform/config.server";
import { database } from "~/platform/database.server";
import { isMailAddress, MAX_ADDRESS_CHARS } from "~/platform/mail-address.server";
import type { SignedInPerson } from "../sign-in.server";
import { readFault } from "./faults.server";
import { badAddress } from "./mail-wish.server";
import { findNoticeKey } from "./notice-key.server";
import { MAIL_MODES } from "./place.server";
import { replaceNotices } from "./replace.server";

/** Far above an address: a longer one is refused in words, and not as a malformed request. */
const LONGEST = MAX_ADDRESS_CHARS * 4;

export const mailSettingsSchema = z.object({
  mail: z.string().max(LONGEST).nullable(),
  mode: z.enum(MAIL_MODES),
});

/** How one person hears of news: their own settings, whether the office can send mail, and what is stuck for them. */
export async function readMailSettings(me: SignedInPerson) {
  const db = database();
  const config = readConfig();
  const person = await db.person.findUniqueOrThrow({ where: { id: me.id }, select: { mail: true, mailMode: true } });
  const stuck = await db.notice.findFirst({ where: { personId: me.id, state: "stuck", fault: { not: null } } });
  return {
    mail: person.mail,
    mode: person.mailMode as (typeof MAIL_MODES)[number],
    isMailSet: config.mail !== null,
    from: config.mail?.from ?? null,
    batchMinutes: config.noticeBatchMinutes,
    fault: stuck?.fault ? readFault(stuck.fault) : null,
    noticeKey: await findNoticeKey(),
  };
}

/**
 * Keeps a person's own settings, and places what is owed to them anew.
 *
 * Errors: Problem 400 with rule "badAddress" for anything but one plain address; nothing is changed then.
 */
export async function saveMailSettings(me: SignedInPerson, input: z.infer<typeof mailSettingsSchema>) {
  if (input.mail !== null && !isMailAddress(input.mail)) throw badAddress();
  await database().$transaction(async (tx) => {
    await tx.person.update({ where: { id: me.id }, data: { mail: input.mail, mailMode: input.mode } });
    await replaceNotices(tx, me.id, now());
  });
  return readMailSettings(me);
}
