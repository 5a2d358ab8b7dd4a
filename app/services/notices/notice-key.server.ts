import { now } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { log } from "~/platform/log.server";
import { keyedDigest } from "~/platform/secrets.server";
import { fromUtf8, utf8 } from "~crypto/bytes";
import { generateKeyPair, type KeyPair, readFingerprint } from "~crypto/keys";
import { requireRecipientKey } from "~crypto/recipients";
import { closeBox, openBox } from "~crypto/secret-box";

/**
 * The key that signs notices, and that an exporter's or group's mail address is sealed to. It opens no report and vouches for
 * nobody: who steals it can send a false "there is news".
 *
 * Shape:  made the first time it is needed, kept locked with the server's own secret. Where that secret was lost, the
 *         old key cannot be opened any more, and another takes its place.
 * Errors: an Error where no office exists.
 */
export async function requireNoticeKey(): Promise<KeyPair> {
  const { name, noticeKey, noticePrivate } = await readOfficeKey();
  const kept = noticeKey && noticePrivate ? await open(noticeKey, noticePrivate) : null;
  if (kept) return kept;
  if (noticeKey) log.warn("the notice key does not open with this data folder's secret; another is made");
  const made = await generateKeyPair({ name: `${name}: notices`, now: now() });
  const locked = await closeBox(utf8(made.privateKey), lockKey(), made.fingerprint);
  // Two processes may make one at the same time: the first one's stays, and both use it.
  await database().office.updateMany({
    where: { noticePrivate },
    data: { noticeKey: made.publicKey, noticePrivate: locked },
  });
  const after = await readOfficeKey();
  const used = after.noticeKey && after.noticePrivate ? await open(after.noticeKey, after.noticePrivate) : null;
  if (!used) throw new Error("The notice key cannot be opened: several processes use different secrets.");
  return used;
}

/**
 * The public half and its fingerprint, for people to compare and to keep, and whether the office key vouches for it; null
 * before there is one.
 */
export async function findNoticeKey(): Promise<PublicNoticeKey | null> {
  const { noticeKey, publicKey: officePublicKey } = await readOfficeKey();
  if (!noticeKey) return null;
  const isCertified = await requireRecipientKey({ publicKey: noticeKey, officePublicKey, now: now() }).then(
    () => true,
    () => false,
  );
  return { publicKey: noticeKey, fingerprint: await readFingerprint(noticeKey), isCertified };
}

export interface PublicNoticeKey {
  publicKey: string;
  fingerprint: string;
  isCertified: boolean;
}

function readOfficeKey() {
  return database().office.findFirstOrThrow({
    select: { name: true, publicKey: true, noticeKey: true, noticePrivate: true },
  });
}

async function open(publicKey: string, locked: string): Promise<KeyPair | null> {
  const fingerprint = await readFingerprint(publicKey);
  const opened = await openBox(locked, lockKey(), fingerprint);
  return opened && { publicKey, privateKey: fromUtf8(opened), fingerprint };
}

function lockKey(): Uint8Array {
  return keyedDigest("notice key", "lock");
}
