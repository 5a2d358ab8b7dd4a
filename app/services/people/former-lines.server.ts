import { database, type Transaction } from "~/platform/database.server";
import { digestOf } from "~/platform/secrets.server";
import type { Ending } from "~crypto/directory";
import type { EndingInput } from "./ending-input.server";

/** A line of the directory that counts no longer, with the office's statement that says until when it did. */
export interface FormerLine {
  person: string;
  publicKey: string;
  fingerprint: string;
  entry: string;
  entrySignature: string;
  ending: string;
  endingSignature: string;
}

type Line = {
  id: string;
  publicKey: string;
  fingerprint: string;
  keyIds: string;
  entry: string;
  entrySignature: string;
};

/** Every line that the office ended, oldest first: what was signed under one stays attributable to its person. */
export async function readFormerLines(): Promise<FormerLine[]> {
  const lines = await database().formerLine.findMany({ orderBy: [{ day: "asc" }, { id: "asc" }] });
  return lines.map(({ personId, publicKey, fingerprint, entry, entrySignature, ending, endingSignature }) => ({
    person: personId,
    publicKey,
    fingerprint,
    entry,
    entrySignature,
    ending,
    endingSignature,
  }));
}

/** The keys that the office took its word back for, as `gpg --import` takes them. */
export async function readRevokedKeys(): Promise<string[]> {
  const lines = await database().formerLine.findMany({ where: { revokedKey: { not: "" } }, orderBy: { id: "asc" } });
  return lines.map(({ revokedKey }) => revokedKey);
}

/** Keeps a line that ends. `lockedKey` is the person's own old key, where they still need it to open what was sealed to it. */
export async function keepFormerLine(
  tx: Transaction,
  line: Line,
  ending: Ending,
  input: EndingInput,
  lockedKey: string | null,
) {
  const { id: personId, publicKey, fingerprint, keyIds, entry, entrySignature } = line;
  await tx.formerLine.create({
    data: {
      id: digestOf(entry),
      personId,
      publicKey,
      fingerprint,
      keyIds,
      entry,
      entrySignature,
      ending: input.ending,
      endingSignature: input.endingSignature,
      revokedKey: input.revokedKey ?? "",
      lockedKey,
      reason: ending.reason,
      day: ending.day,
    },
  });
}

/**
 * The encryption key ids under which somebody can still be reached: those of the present key, and those of keys that were
 * only superseded. A page that was loaded before a change seals to the old key, and its holder still opens that.
 */
export async function reachableKeyIds(
  people: readonly { id: string; keyIds: string }[],
): Promise<Map<string, string[]>> {
  const ids = people.map(({ id }) => id);
  const superseded = await database().formerLine.findMany({
    where: { personId: { in: ids }, reason: "superseded", lockedKey: { not: null } },
    select: { personId: true, keyIds: true },
  });
  const read = (keyIds: string) => JSON.parse(keyIds) as string[];
  return new Map(
    people.map(({ id, keyIds }) => [
      id,
      [...read(keyIds), ...superseded.filter((line) => line.personId === id).flatMap((line) => read(line.keyIds))],
    ]),
  );
}
