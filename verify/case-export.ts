import type { CaseId, Day, Digest, Fingerprint, ItemId, PersonId } from "../crypto/ids";
import type { CaseSnapshot, Channel, Kind, Weekend } from "../workflows";

/** The only form of export that this program writes and reads. A later one has another number. */
export const CASE_EXPORT_VERSION = "ombra-case-export/1";

/**
 * One line of the office's directory as the office key signed it, with the key that it is about, and how it ended if it did.
 *
 * Shape: files from before lines could end have no `end`; that is the same as null.
 */
export type ExportedLine = {
  entry: string;
  entrySignature: string;
  publicKey: string;
  end?: { text: string; signature: string } | null;
};

/** One act: its text to the letter as it was signed, and the SHA-256 of that text. */
export type ExportedAct = { text: string; signature: string | null; digest: Digest };

/** A sealed item without what it holds; `armored` is there only in a full export, for computing the digest again. */
export type ExportedItem = {
  id: ItemId;
  compartment: string;
  seq: number;
  kind: string;
  author: PersonId | "reporter";
  digest: Digest;
  sizeBucket: number;
  armored?: string;
};

/**
 * One key of the case and who holds it now.
 *
 * Shape: `holders` hold the key itself; `custodians` hold the outer of two layers around it, each with the person who takes
 *        off the inner one.
 */
export type ExportedCompartment = {
  id: string;
  type: string;
  epoch: number;
  fingerprint: Fingerprint;
  holders: PersonId[];
  custodians: { person: PersonId; second: PersonId }[];
};

/** A text that an act made public, as canonical JSON, with the SHA-256 of it that the act names. */
export type ExportedStatement = { digest: Digest; text: string };

/** The deadlines that a case runs on, by the name under which it remembers them. */
export type ExportedPolicy = { version: string; limits: { [duty: string]: readonly string[] } };

/**
 * A case as it can be checked without the office: acts, signatures, keys and digests, and of what anybody wrote only what was published.
 *
 * Shape: canonical JSON. `policies` are those that the case has run on, `holidays` and `weekend` those of
 *        the office while it ran; a file without `weekend` means Saturday and Sunday. `statements` are the texts that the case
 *        made public; files from before texts were bound to acts have none.
 *        `final` says where the case stands: the state of every region, the days that are due, and the SHA-256 of the
 *        procedure's whole memory as canonical JSON.
 */
export type CaseExport = {
  v: typeof CASE_EXPORT_VERSION;
  exportedDay: Day;
  office: { name: string; publicKey: string; fingerprint: Fingerprint };
  directory: ExportedLine[];
  machine: number;
  case: {
    id: CaseId;
    kind: Kind;
    channel: Channel;
    receivedDay: Day;
  };
  policies: ExportedPolicy[];
  holidays: Day[];
  weekend?: Weekend;
  acts: ExportedAct[];
  items: ExportedItem[];
  compartments: ExportedCompartment[];
  statements?: ExportedStatement[];
  final: { value: CaseSnapshot["value"]; dues: { [duty: string]: Day }; snapshotDigest: Digest };
};
