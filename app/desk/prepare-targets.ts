import type { DraftItem } from "./act-items";
import { checkDirectory } from "./directory";
import { makeCompartment } from "./make-compartment";
import {
  type Grant,
  holdersOf,
  KeyNotHeld,
  KeyNotRenewed,
  type NewCompartment,
  newestOf,
  OFFICE_COMPARTMENTS,
  staleTypes,
  type Target,
  withoutEnded,
} from "./plan-keys";
import type { CaseRecord } from "./records";
import type { Acting } from "./seal-act";
import { receiptKeyOf } from "./summary";
import { trustedKey } from "./trusted-key";

/**
 * The compartments that the items go to. After somebody lost access the old key takes nothing more: a new epoch is made.
 *
 * Shape:  an act that renews the case's keys makes a new epoch of every stale compartment, whether it writes there or not.
 *         An authority's contact makes no key: whoever makes one can read all that is sealed to it.
 * Errors: HolderError, KeyNotHeld, KeyNotNamed, KeyNotRenewed.
 */
export async function prepareTargets(
  { record, desk, struck, opened, act }: Acting,
  drafts: readonly DraftItem[],
  granted: Grant | null,
): Promise<{ compartments: NewCompartment[]; targets: Map<string, Target> }> {
  const targets = new Map<string, Target>();
  const compartments: NewCompartment[] = [];
  const officePublicKey = desk.office.publicKey;
  const receiptFingerprint = receiptKeyOf(opened);
  for (const type of neededTypes(record, drafts, act.needs.includes("rewrap"))) {
    const newest = newestOf(record, type);
    if (newest && !newest.stale) {
      const items = record.items.filter(({ compartment }) => compartment === newest.id).sort((a, b) => a.seq - b.seq);
      targets.set(type, {
        id: newest.id,
        publicKey: await trustedKey(record, newest, opened, desk),
        nextSeq: items.length,
        lastDigest: items.at(-1)?.digest ?? "",
      });
      continue;
    }
    if (record.scope === "respondent") throw newest ? new KeyNotRenewed() : new KeyNotHeld();
    const directory = await checkDirectory(desk);
    const all = holdersOf(type, record, granted, struck);
    const holders = await withoutEnded(all, granted, directory, officePublicKey);
    const made = await makeCompartment({ type, record, holders, directory, officePublicKey, receiptFingerprint });
    compartments.push(made.compartment);
    targets.set(type, made.target);
  }
  return { compartments, targets };
}

/** The first act that writes anything also makes the office's own compartment, so that the case has one from the start. */
function neededTypes(
  record: CaseRecord,
  drafts: readonly DraftItem[],
  renewsKeys: boolean,
): readonly NewCompartment["type"][] {
  const types = new Set<NewCompartment["type"]>(drafts.map(({ compartment }) => compartment));
  if (drafts.length > 0 && record.scope !== "respondent" && !newestOf(record, "deliberation"))
    types.add("deliberation");
  if (renewsKeys) for (const type of staleTypes(record)) types.add(type);
  return OFFICE_COMPARTMENTS.filter((type) => types.has(type));
}
