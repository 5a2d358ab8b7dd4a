import type { JsonValue } from "~crypto/canonical";
import type { Signers } from "~crypto/items";
import { checkDirectory } from "./directory";
import { checkFormer } from "./former";
import { type HeldKey, whenLocked, withHeldKeys } from "./key-store";
import { openBareItem } from "./open-bare-item";
import { forgetTitle } from "./opened-titles";
import type { CaseCompartment, CaseItem, CaseRecord, Desk } from "./records";

/** What can keep an item closed: the faults of crypto/, and two that this page finds itself. */
export type OpenFault = string;

/** One item as this device sees it. `signer` is the person who signed; null for a reporter's item, which carries no signature. */
export type OpenedItem =
  | { state: "open"; item: CaseItem; compartment: CaseCompartment; body: JsonValue; signer: string | null }
  | { state: "sealed"; item: CaseItem; compartment: CaseCompartment }
  | { state: "damaged"; item: CaseItem; compartment: CaseCompartment; fault: OpenFault };

/** A case opened on this device: its items, and the private keys of the compartments that this person holds. */
export type OpenedCase = { items: OpenedItem[]; keys: Map<string, string> };

type OpenItem = Extract<OpenedItem, { state: "open" }>;

/** Items stay open while the key does, so that the page after an act does not open everything again. */
const opened = new Map<string, OpenItem>();
let openedFor = "";
whenLocked(() => opened.clear());

/**
 * Opens everything of a case that this person holds a key for, and checks it: digest, place in the order, signer.
 *
 * Shape:  one entry for each item, in the order of the record; nothing is left out, what fails says why.
 */
export async function openCase(
  record: CaseRecord,
  desk: Pick<Desk, "office" | "directory" | "former">,
  held: HeldKey,
): Promise<OpenedCase> {
  if (openedFor !== held.person) opened.clear();
  openedFor = held.person;
  const directory = await checkDirectory(desk);
  const signers: Signers = {};
  for (const person of directory.values()) signers[person.fingerprint] = person.publicKey;
  const people = new Map([...directory.values()].map(({ fingerprint, person }) => [fingerprint, person]));
  const until = new Map<string, string>();
  for (const line of await checkFormer(desk)) {
    const { fingerprint } = line;
    if (people.has(fingerprint) && !until.has(fingerprint)) continue;
    signers[fingerprint] = line.publicKey;
    people.set(fingerprint, line.person);
    const known = until.get(fingerprint) ?? "";
    until.set(fingerprint, known > line.until ? known : line.until);
  }
  const keys = await openKeys(record, held);
  const items: OpenedItem[] = [];
  for (const item of record.items) {
    const compartment = record.compartments.find(({ id }) => id === item.compartment);
    if (!compartment) continue;
    const known = compartment.wrap === null ? undefined : opened.get(item.digest);
    const isKnown = known?.item.id === item.id;
    items.push(isKnown ? known : await openOne({ record, item, compartment, keys, held, signers, people, until }));
  }
  return { items, keys };
}

type Opening = {
  record: CaseRecord;
  item: CaseItem;
  compartment: CaseCompartment;
  keys: Map<string, string>;
  held: HeldKey;
  signers: Signers;
  people: Map<string, string>;
  /** The last day on which the key of somebody who left, or left it, counted. */
  until: Map<string, string>;
};

async function openOne(opening: Opening): Promise<OpenedItem> {
  const { item, compartment, keys, held } = opening;
  if (compartment.wrap === null) return { state: "sealed", item, compartment };
  try {
    const found =
      compartment.type === "bare"
        ? await openBareItem(item, held)
        : await openSealed(opening, keys.get(compartment.id));
    const result: OpenItem = { state: "open", item, compartment, ...found };
    opened.set(item.digest, result);
    return result;
  } catch (error) {
    return { state: "damaged", item, compartment, fault: faultOf(error) };
  }
}

async function openSealed(
  { record, item, compartment, signers, people, until }: Opening,
  compartmentPrivateKey: string | undefined,
) {
  const { sha256Hex } = await import("~crypto/bytes");
  const { openItem } = await import("~crypto/items");
  if (!compartmentPrivateKey) throw new OpenError("noKey");
  if ((await sha256Hex(item.armored)) !== item.digest) throw new OpenError("altered");
  const { payload, signer } = await openItem({
    armored: item.armored,
    compartmentPrivateKey,
    expect: {
      case: record.case,
      compartment: compartment.type,
      kind: item.kind,
      seq: item.seq,
      prev: digestBefore(record, item),
    },
    signers,
    requireSigned: item.author !== "reporter",
  });
  const person = signer === null ? null : (people.get(signer) ?? null);
  // The server says who wrote it; the signature has the last word.
  if (person !== (item.author === "reporter" ? null : item.author)) throw new OpenError("otherSigner");
  if (signer !== null && item.day > (until.get(signer) ?? item.day)) throw new OpenError("signedAfterEnd");
  return { body: payload.body, signer: person };
}

/** Forgets what was opened of one case. */
export function forgetCase({ case: caseId, items }: Pick<CaseRecord, "case" | "items">) {
  for (const { digest } of items) opened.delete(digest);
  forgetTitle(caseId);
}

/** The digest of the item before in the same compartment, which the item has bound inside. */
export function digestBefore(
  record: Pick<CaseRecord, "items">,
  { compartment, seq }: Pick<CaseItem, "compartment" | "seq">,
): string {
  return record.items.find((other) => other.compartment === compartment && other.seq === seq - 1)?.digest ?? "";
}

async function openKeys(record: CaseRecord, held: HeldKey): Promise<Map<string, string>> {
  const { openWrap } = await import("~crypto/wraps");
  const keys = new Map<string, string>();
  for (const { id, type, wrap, fingerprint } of record.compartments) {
    if (type === "bare" || !wrap) continue;
    // A wrap that does not open leaves its items closed, each with its reason; the others still open.
    const key = await withHeldKeys(held, (privateKey) => openWrap({ sealed: wrap, privateKey, fingerprint })).catch(
      () => null,
    );
    if (key) keys.set(id, key);
  }
  return keys;
}

/** Something that this page found itself: "altered" (another digest), "otherSigner", "noKey" (the wrap does not open), "signedAfterEnd" (by a key that counted no longer). */
export class OpenError extends Error {
  override readonly name = "OpenError";
  constructor(readonly fault: "altered" | "otherSigner" | "noKey" | "signedAfterEnd") {
    super(`The item cannot be shown: ${fault}.`);
  }
}

function faultOf(error: unknown): OpenFault {
  const fault = (error as { fault?: unknown }).fault;
  return typeof fault === "string" ? fault : "unknown";
}
