import { sha256Hex } from "../crypto/bytes";
import type { CaseExport, ExportedItem } from "./case-export";
import { Broken } from "./faults";
import { isPersons, keysOf, type PlacedAct } from "./read-acts";

/**
 * Checks that the acts and the sealed items agree: every digest that an act names is an item of that act's author, every
 * item is named by one act, and in a full export every item still has its digest.
 *
 * Errors: Broken.
 */
export async function checkItems(file: CaseExport, acts: readonly PlacedAct[]): Promise<string> {
  const items = new Map(file.items.map((item) => [item.digest, item]));
  const named = new Set<string>();
  for (const { place, act } of acts) {
    for (const digest of act?.itemDigests ?? []) {
      const fault = await faultOf(items.get(digest), act && isPersons(act) ? act.actor : "reporter");
      if (fault !== null) throw new Broken({ act: place }, fault);
      if (named.has(digest)) throw new Broken({ act: place }, "it names an item that an act before it brought");
      named.add(digest);
    }
  }
  for (const { id, digest, compartment } of file.items) {
    if (!named.delete(digest)) throw new Broken({ part: `item ${id}` }, "no act names it");
    if (!file.compartments.some((one) => one.id === compartment)) {
      throw new Broken({ part: `item ${id}` }, "its key is not in the file");
    }
  }
  const full = file.items.filter(({ armored }) => armored !== undefined).length;
  const how = full === 0 ? "what they hold is not in the file" : `${full} of them in the file and unchanged`;
  return `${file.items.length} sealed items, each named by the act that brought it; ${how}`;
}

async function faultOf(item: ExportedItem | undefined, author: string): Promise<string | null> {
  if (!item) return "it names a sealed item that is not there";
  if (item.author !== author) return "it names a sealed item of somebody else";
  const isWhole = item.armored === undefined || (await sha256Hex(item.armored)) === item.digest;
  return isWhole ? null : "a sealed item that it brought was changed";
}

/**
 * Checks that every key that the office made for the case is named in a signed act: nobody can have slipped in their own.
 *
 * Errors: Broken.
 */
export function checkKeys({ compartments }: CaseExport, acts: readonly PlacedAct[]): string {
  const unnamed = new Set(compartments.map(({ fingerprint }) => fingerprint));
  for (const { place, act } of acts) {
    for (const key of keysOf(act)) {
      if (!unnamed.delete(key)) throw new Broken({ act: place }, "it names a key that is not there");
    }
  }
  // What a reporter's browser made comes with the report, before anybody of the office could sign.
  const isReporters = ({ type, epoch }: CaseExport["compartments"][number]) =>
    epoch === 1 && ["correspondence", "identity", "originals", "bare"].includes(type);
  const slipped = compartments.find((one) => unnamed.has(one.fingerprint) && !isReporters(one));
  if (slipped) throw new Broken({ part: `key ${slipped.fingerprint}` }, "no act names it");
  return `${compartments.length} keys; those that the office made are named in signed acts`;
}
