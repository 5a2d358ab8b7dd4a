import { rowsIn, S, T } from "../row";

const row = rowsIn("procedure");

/** From arrival to a first reading: registering, holding back, acknowledging. */
export const INTAKE_ROWS = [
  row("C01", "submitted", "case.register", [S], ["G-CT", "G-KEY"], "received", {
    raises: ["urgent.flag", "evidence.add"],
  }),
  row("C02", "submitted", "case.quarantine", [S], [], "quarantined"),
  row("C03", "quarantined", "quarantine.release", [T], ["G-COI"], "received"),
  row("C04", "quarantined", "quarantine.discard", [T], ["G-COI", "G-4E"], "closed", { changes: ["discard"] }),
  row("C05", "received", "case.acknowledge", [T], ["G-COI", "G-MESSAGE"], "preliminaryAssessment", {
    changes: ["acknowledge"],
  }),
  row("C06", "received", "case.reportUndecryptable", [T], ["G-COI", "G-MESSAGE"], "awaitingInfo", {
    changes: ["acknowledge", "keepOrigin"],
    raises: ["office.message"],
  }),
];
