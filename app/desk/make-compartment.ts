import type { CheckedDirectory } from "./directory";
import { KeyNotNamed, type NewCompartment, newestOf, type Target, wrapTo } from "./plan-keys";
import type { CaseRecord } from "./records";

export type MadeCompartment = { compartment: NewCompartment; target: Target };

/**
 * Makes a compartment, or the next epoch of one after somebody lost access: a fresh key, wrapped to everybody who may
 * have it, and for a conversation also to the reporter's receipt.
 */
export async function makeCompartment(options: {
  type: NewCompartment["type"];
  record: CaseRecord;
  holders: readonly string[];
  directory: CheckedDirectory;
  officePublicKey: string;
  /** The fingerprint that the reporter sealed into the report: another key in its place would be the server's. */
  receiptFingerprint: string;
}): Promise<MadeCompartment> {
  const { generateCompartmentKey } = await import("~crypto/compartments");
  const { randomId } = await import("~crypto/bytes");
  const { wrapKey } = await import("~crypto/wraps");
  const { type, record, holders, directory, officePublicKey } = options;
  const now = new Date();
  const isForReporter = type === "correspondence" && record.receiptKey !== null;
  if (isForReporter) await requireReceiptKey(record.receiptKey ?? "", options.receiptFingerprint);
  const { privateKey, publicKey, fingerprint } = await generateCompartmentKey({ now });
  const wraps = await wrapTo(holders, privateKey, directory, officePublicKey);
  const id = randomId();
  const epoch = (newestOf(record, type)?.epoch ?? 0) + 1;
  const compartment: NewCompartment = {
    id,
    type,
    epoch,
    publicKey,
    fingerprint,
    wraps,
    ...(isForReporter && { receiptWrap: await wrapKey({ privateKey, recipient: record.receiptKey ?? "", now }) }),
  };
  return { compartment, target: { id, publicKey, nextSeq: 0, lastDigest: "" } };
}

async function requireReceiptKey(publicKey: string, fingerprint: string): Promise<void> {
  const { readFingerprint } = await import("~crypto/keys");
  if ((await readFingerprint(publicKey)) !== fingerprint) throw new KeyNotNamed();
}
