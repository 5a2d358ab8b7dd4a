import type { Transaction } from "~/platform/database.server";
import { isMailAddress } from "~/platform/mail-address.server";
import { Problem } from "~/platform/problems.server";

/** The sentence for an address that cannot be used; both sides have words for the rule. */
export function badAddress(): Problem {
  return new Problem(
    400,
    "This is not one plain mail address such as name@example.org, so nothing was changed. Check it and send it again.",
    { rule: "badAddress" },
  );
}

/**
 * Keeps the wish of an exporter or a group to hear by mail; another wish takes the place of the first.
 *
 * Shape:  `key` is the armored public key that mail is to be encrypted to, or null for a plain text.
 * Errors: Problem 400 for an address that is not one plain address. The key is judged when a mail is written.
 */
export async function keepMailWish(
  tx: Transaction,
  { caseId, address, key, day }: { caseId: string; address: string; key: string | null; day: string },
): Promise<void> {
  if (!isMailAddress(address)) throw badAddress();
  const data = { address, key, day };
  await tx.mailWish.upsert({ where: { caseId }, create: { caseId, ...data }, update: data });
}

/** Forgets the wish, and with it what still waits. */
export async function dropMailWish(tx: Transaction, caseId: string): Promise<void> {
  await tx.mailWish.deleteMany({ where: { caseId } });
  await tx.notice.deleteMany({ where: { caseId, personId: null } });
}
