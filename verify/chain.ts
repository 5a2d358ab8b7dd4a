import { sha256Hex } from "../crypto/bytes";
import type { CaseExport } from "./case-export";
import { Broken } from "./faults";
import type { PlacedAct } from "./read-acts";

/**
 * Checks that the acts are one unbroken chain of this case: each text unchanged and in its one form, none missing, none in
 * another's place, each naming the one before, and no day earlier than the last.
 *
 * Shape:  what holds, as a line.
 * Units:  it cannot show that the end was cut off; the last digest is in the line, for comparing with one kept elsewhere.
 * Errors: Broken.
 */
export async function checkChain({ case: { id, receivedDay }, exportedDay }: CaseExport, acts: readonly PlacedAct[]) {
  let [before, dayBefore] = ["", receivedDay];
  for (const { place, text, digest, act } of acts) {
    const broken = (reason: string) => new Broken({ act: place }, reason);
    if ((await sha256Hex(text)) !== digest) throw broken("its text was changed");
    if (!act) throw broken("its text is not in the one form that is signed");
    if (act.case !== id) throw broken("it belongs to another case");
    if (act.seq !== place) throw broken(`it is not here: the act in its place says that it is act ${act.seq}`);
    if (act.prevAct !== before) throw broken("it does not follow the act before it");
    if (place === 0 && act.day !== receivedDay) throw broken("it says another day than the case was received on");
    if (act.day < dayBefore) throw broken("its day is before that of the act before it");
    if (act.day > exportedDay) throw broken("its day is after the export");
    [before, dayBefore] = [digest, act.day];
  }
  if (acts.length === 0) throw new Broken({ part: "chain" }, "there is no act");
  return `${acts.length} acts, each naming the one before; the last has the digest ${before}`;
}
