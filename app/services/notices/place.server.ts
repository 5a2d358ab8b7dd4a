import { readConfig } from "~/platform/config.server";
import { dayStart, nextBatch, nextDigest } from "./schedule.server";

/** How somebody wants to hear: in batches, once a day, or in the desk alone. */
export const MAIL_MODES = ["batched", "daily", "off"] as const;
export type MailMode = (typeof MAIL_MODES)[number];

/** `office` is news of the office as a whole, about no case that the person is on; `key` is about keys that end. */
export type Reason = "news" | "urgent" | "party" | "office" | "key";

/** Who a notice is for; `who` is any text that tells them from others. */
export interface Addressee {
  who: string;
  mail: string | null;
  mailMode: string;
}

/**
 * Where a new notice waits, and until when.
 *
 * Shape:  "waiting" goes out by mail; "desk" is only shown, because no mail server is set or the person takes no mail.
 * Units:  milliseconds. What waits for nothing keeps the start of the day: an urgent row must not hold the moment at
 *         which a reporter did something.
 */
export function placeNotice(to: Addressee, reason: Reason, now: Date, timeZone: string) {
  const { mail, noticeBatchMinutes } = readConfig();
  if (!mail || !to.mail || to.mailMode === "off") return { state: "desk", notBefore: dayStart(now) };
  if (reason === "urgent") return { state: "waiting", notBefore: dayStart(now) };
  const notBefore = to.mailMode === "daily" ? nextDigest(now, timeZone) : nextBatch(now, to.who, noticeBatchMinutes);
  return { state: "waiting", notBefore };
}
