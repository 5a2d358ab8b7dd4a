import { z } from "zod";
import { now } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { requireRecipientKey } from "~crypto/recipients";
import { armoredPublicKey } from "../schemas.server";
import type { SignedInPerson } from "../sign-in.server";
import { requireNoticeKey } from "./notice-key.server";

export const certifiedKeySchema = z.object({ publicKey: armoredPublicKey });

/**
 * Takes the notice key back with the office's certification, which an administrator's browser made: whoever trusts the office
 * key then needs to compare no further fingerprint.
 *
 * Errors: Problem 403 for anybody but an administrator, 400 for another key or one that the office does not vouch for.
 */
export async function certifyNoticeKey(me: SignedInPerson, { publicKey }: z.infer<typeof certifiedKeySchema>) {
  if (!me.roles.includes("administrator"))
    throw new Problem(403, "Only an administrator can do this. Nothing was changed.");
  const db = database();
  const [office, { fingerprint }] = [await db.office.findFirstOrThrow(), await requireNoticeKey()];
  const certified = await requireRecipientKey({ publicKey, officePublicKey: office.publicKey, now: now() }).catch(
    () => null,
  );
  if (certified?.fingerprint !== fingerprint)
    throw new Problem(400, "This is not the server's key with the office's certification. Nothing was changed.");
  await db.office.update({ where: { id: office.id }, data: { noticeKey: publicKey } });
  return { ok: true };
}
