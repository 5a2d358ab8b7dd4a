import { I, L, O, R, rowsIn, S, V } from "../row";

const row = rowsIn("evidence");

/** The evidence of a case: added, sealed with its digests checked, and an incident where a digest no longer fits. */
export const EVIDENCE_ROWS = [
  row(
    "S41",
    ["empty", "collecting", "sealed"],
    "evidence.add",
    [R, I, L],
    ["G-COI", "G-ITEM", "G-FILES"],
    "collecting",
  ),
  row("S42", "integrityIncident", "evidence.add", [R, I, L], ["G-COI", "G-ITEM", "G-FILES"], "integrityIncident"),
  row("S43", ["empty", "collecting"], "evidence.seal", [I], ["G-COI", "G-HASH"], "sealed"),
  row("S44", "sealed", "evidence.verify", [V], ["G-COI", "G-HASH"], "sealed"),
  row("S45", ["collecting", "sealed"], "evidence.mismatch", [S, V], ["G-COI"], "integrityIncident"),
  row("S46", "integrityIncident", "integrity.resolve", [O], ["G-COI", "G-4E", "G-RAT"], "collecting"),
];
