import { z } from "zod";
import { today } from "~/platform/clock.server";
import { readConfig } from "~/platform/config.server";
import { type Database, database, type Transaction } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { digestOf } from "~/platform/secrets.server";
import { writePart } from "./part-rows.server";
import { digest, id } from "./schemas.server";

/** A sealed part: 4 MiB of padded plaintext and what OpenPGP adds. */
export const MAX_PART_BYTES = 4 * 1024 * 1024 + 64 * 1024;
/** All parts that wait for their report. A flood of them must not fill the disk. */
const MAX_STAGED_BYTES = 16 * 1024 ** 3;

/**
 * Keeps one sealed part of a file until its report or message names it. The same part again gives the same answer.
 *
 * Errors: Problem 409 when the name is taken by other content, 413 past the office's limit, 507 when too much is waiting.
 */
export async function storePart(unsafe: PartName, bytes: Uint8Array) {
  const { key, expected } = readName(unsafe);
  const found = digestOf(bytes);
  if (found !== expected)
    throw new Problem(400, "The part was cut off or changed on its way, so it was not stored. It can be sent again.");
  const db = database();
  const stored = await db.part.findUnique({ where: { caseId_id: key }, select: { digest: true, size: true } });
  if (stored) return sameOrRefuse(stored, found);
  const size = bytes.length;
  const [mine, staged] = await Promise.all([
    db.part.aggregate({ where: { caseId: key.caseId }, _sum: { size: true } }),
    db.part.aggregate({ where: { attached: false }, _sum: { size: true } }),
  ]);
  const limit = readConfig().maxReportBytes;
  if ((mine._sum.size ?? 0) + size > limit) {
    throw new Problem(
      413,
      `This report's files are larger than the ${Math.floor(limit / 1024 ** 2)} MiB that this office takes. This part was not stored; the parts before it were.`,
    );
  }
  if ((staged._sum.size ?? 0) + size > MAX_STAGED_BYTES) {
    throw new Problem(507, "Too many files are waiting for their reports. This part was not stored; try again later.", {
      retryAfter: 600,
    });
  }
  try {
    await writePart({ ...key, digest: found, size, stagedDay: today() }, bytes);
  } catch (error) {
    // Two copies of the same request can arrive at once; the second finds the first one's row.
    const winner = await db.part.findUnique({ where: { caseId_id: key }, select: { digest: true, size: true } });
    if (!winner) throw error;
    return sameOrRefuse(winner, found);
  }
  return { digest: found, size };
}

/**
 * Whether exactly this part is stored. Case, part and digest are known to nobody but its sender and the office, so that the
 * answer tells a stranger nothing.
 */
export async function isPartStored(unsafe: PartName): Promise<{ stored: boolean }> {
  const { key, expected } = readName(unsafe);
  const found = await database().part.findUnique({ where: { caseId_id: key }, select: { digest: true } });
  return { stored: found?.digest === expected };
}

type PartName = { case?: string | undefined; part?: string | undefined; sha256: string | null };

function readName({ case: caseId, part, sha256 }: PartName) {
  return { key: z.object({ caseId: id, id: id }).parse({ caseId, id: part }), expected: digest.parse(sha256) };
}

type NamedParts = readonly { id: string; digest: string }[];

/** Ties parts to a case in the transaction that names them; throws Problem 409 when one is missing or differs. */
export async function attachParts(tx: Transaction, caseId: string, parts: NamedParts) {
  if (parts.length === 0) return;
  await requireParts(tx, caseId, parts);
  await markAttached(tx, caseId, parts);
}

/** The write that ties parts to their case, for a caller who has required them. */
export function markAttached(db: Database | Transaction, caseId: string, parts: NamedParts) {
  return db.part.updateMany({ where: { caseId, id: { in: parts.map((part) => part.id) } }, data: { attached: true } });
}

/** Every part that is named has arrived, with the digest that it should have. A stored part never changes. */
export async function requireParts(db: Database | Transaction, caseId: string, parts: NamedParts) {
  if (parts.length === 0) return;
  const stored = await db.part.findMany({
    where: { caseId, id: { in: parts.map((part) => part.id) } },
    select: { id: true, digest: true },
  });
  const digests = new Map(stored.map((part) => [part.id, part.digest]));
  const missing = parts.filter((part) => digests.get(part.id) !== part.digest).map((part) => part.id);
  if (missing.length > 0) {
    throw new Problem(
      409,
      `${missing.length} part${missing.length === 1 ? "" : "s"} of your files did not arrive, so nothing was stored yet. Send those parts again, then send this again.`,
      { missing },
    );
  }
}

function sameOrRefuse(stored: { digest: string; size: number }, found: string) {
  if (stored.digest !== found) throw new Problem(409, "Another part has this name already. Nothing was changed.");
  return { digest: stored.digest, size: stored.size };
}
