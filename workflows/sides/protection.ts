import { I, O, R, rowsIn, S, T } from "../row";

const row = rowsIn("protection");
const ANY = ["unassessed", "assessed", "measuresActive", "incidentOpen", "monitoring", "ended"] as const;

/** Protection of the reporter: an assessment, measures, incidents of retaliation, and check-ins long after the case is closed. */
export const PROTECTION_ROWS = [
  row("S61", "unassessed", "protection.assess", [T], ["G-COI", "G-NOTE"], "assessed"),
  row("S62", "assessed", "protection.plan", [O, I], ["G-COI", "G-CONS", "G-NOTE"], "measuresActive"),
  row("S63", ANY, "retaliation.report", [R], ["G-MESSAGE"], "incidentOpen", {
    changes: ["raiseForIncident"],
    raises: ["reporter.message"],
  }),
  row("S64", "incidentOpen", "protection.act", [O], ["G-COI", "G-CONS", "G-NOTE"], "measuresActive"),
  row("S65", "incidentOpen", "incident.close", [O], ["G-COI", "G-4E", "G-RAT"], "monitoring", {
    changes: ["restartCheckins"],
  }),
  row("S66", "incidentOpen", "deadline.expired", [S], [], "incidentOpen"),
  row("S67", "measuresActive", "measures.review", [O], ["G-COI", "G-NOTE"], "monitoring", {
    changes: ["restartCheckins"],
  }),
  row("S68", "monitoring", "checkin.due", [S], [], "monitoring", { changes: ["checkin"] }),
  row("S69", "monitoring", "protection.end", [O], ["G-COI", "G-4E"], "ended"),
];
