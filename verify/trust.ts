import type { CaseExport } from "./case-export";
import type { PlacedAct } from "./read-acts";

/**
 * What no check of an export can show, said in full sentences: a reader has to know what "sound" leaves open.
 *
 * Shape: `lastSigned` is the place of the last signed act; what follows it is held by no signature.
 */
export function onTrust(
  { office, items, exportedDay }: CaseExport,
  acts: readonly PlacedAct[],
  { isKeyTrusted, lastSigned }: { isKeyTrusted: boolean; lastSigned: number },
): string[] {
  const isFull = items.some(({ armored }) => armored !== undefined);
  const after = acts.length - 1 - lastSigned;
  return [
    ...(isKeyTrusted
      ? []
      : [`the office key: compare ${office.fingerprint} with the one in print, or name it with --office-key`]),
    ...(after > 0 ? [`the last ${after} acts: nobody has signed anything after them that names them`] : []),
    `that the file goes to the end: compare the last digest with one that was noted after ${exportedDay}`,
    "the days: a signature says which day the signer's own clock showed",
    "which kind each sealed item is, and which key it is sealed to: both stand inside or around the ciphertext",
    ...(isFull || items.length === 0 ? [] : ["that the sealed items still exist: only their digests are in the file"]),
    "who held keys at the time of each act: taken from who acted, who was put on the case, and who holds keys now",
    "the office's holidays, weekend and deadlines, with which of them the case started, and other cases: as the office states them",
  ];
}
