import type { Kind } from "../roles";
import type { Row } from "../row";

/** The tier, and the step that admits a case. One pair of eyes may raise a tier or admit a case, never lower the one or refuse the other. */
export function triageRows(kind: Kind): readonly Row[] {
  return [
    {
      id: "C07",
      from: ["preliminaryAssessment"],
      event: "triage.setTier",
      by: ["intake"],
      guards: ["G-COI", "G-NEWTIER", "G-FACT"],
      to: "preliminaryAssessment",
      changes: ["setTier"],
    },
    {
      id: "C07a",
      from: ["preliminaryAssessment"],
      event: "triage.confirmTier",
      by: ["intake", "ombudsperson", "reviewer"],
      guards: ["G-COI", "G-4E"],
      to: "preliminaryAssessment",
      changes: ["confirmTier"],
    },
    {
      id: "A01",
      from: ["preliminaryAssessment"],
      event: kind === "grievance" ? "admissibility.admit" : "triage.admit",
      by: ["intake"],
      guards: ["G-COI", "G-MIN", "G-TIER"],
      to: "admitted",
      changes: ["admit"],
    },
  ];
}
