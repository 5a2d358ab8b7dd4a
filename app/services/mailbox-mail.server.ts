import { z } from "zod";
import { readConfig } from "~/platform/config.server";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { openWords } from "~crypto/sealed-words";
import { officeCalendar } from "./calendar.server";
import { dropMailWish, keepMailWish } from "./notices/mail-wish.server";
import { requireNoticeKey } from "./notices/notice-key.server";
import { armoredMessage } from "./schemas.server";

/** A wish for mail, sealed to the notice key in the reporter's browser; or no wish any more. */
export const mailWishSchema = z.object({ sealed: armoredMessage.nullable() });

const wishSchema = z.object({ address: z.string().max(1000), key: z.string().max(12_000).nullable() });

/** What the mailbox shows about mail: whether it is wished, and the key that a wish is sealed to. Null where it is not offered. */
export interface MailOffer {
  isOn: boolean;
  publicKey: string;
}

/**
 * Mail is offered to exporters and groups, who are known to the office, and never for a tip.
 *
 * Shape: null where the office sends no mail.
 */
export async function readMailOffer(caseId: string, kind: string): Promise<MailOffer | null> {
  if (kind === "tip" || !readConfig().mail) return null;
  const { publicKey } = await requireNoticeKey();
  const wish = await database().mailWish.findUnique({ where: { caseId }, select: { caseId: true } });
  return { isOn: wish !== null, publicKey };
}

/**
 * Keeps or forgets the wish of an exporter or a group to hear by mail that there is news.
 *
 * Errors: Problem 400 for an address that is not one plain address or a wish that does not open, 409 where mail is not offered.
 */
export async function changeMailWish(
  caseId: string,
  { sealed }: z.infer<typeof mailWishSchema>,
): Promise<{ on: boolean }> {
  const { kind } = await database().case.findUniqueOrThrow({ where: { id: caseId }, select: { kind: true } });
  if (sealed === null) {
    await database().$transaction((tx) => dropMailWish(tx, caseId));
    return { on: false };
  }
  if (kind === "tip" || !readConfig().mail) {
    throw new Problem(409, "Mail is not offered for this report. Nothing was changed.", { rule: "noMail" });
  }
  const { address, key } = await openWish(sealed);
  const { today: day } = await officeCalendar();
  await database().$transaction((tx) => keepMailWish(tx, { caseId, address, key, day }));
  return { on: true };
}

async function openWish(sealed: string): Promise<z.infer<typeof wishSchema>> {
  const { privateKey } = await requireNoticeKey();
  const words = await openWords({ sealed, privateKey }).catch(() => "");
  const parsed = wishSchema.safeParse(words === "" ? null : readJson(words));
  if (parsed.success) return parsed.data;
  throw new Problem(
    400,
    "The wish could not be opened, so nothing was changed. Open the mailbox again and send it once more.",
    {
      rule: "notSealed",
    },
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
