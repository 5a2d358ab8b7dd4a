import type { Row } from "../row";

/** The decision is the ombudsperson's, on findings that two other people stand behind; then the case is closed or followed up. */
export const DECISION_ROWS: readonly Row[] = [
  {
    id: "C29",
    from: ["decisionPending"],
    event: "decision.return",
    by: ["ombudsperson"],
    guards: ["G-COI", "G-RAT"],
    to: "@inquiry",
    changes: ["dropProposal", "dropFindings"],
  },
  {
    id: "A09",
    from: ["decisionPending"],
    event: "decision.issue",
    by: ["ombudsperson"],
    guards: ["G-COI", "G-4E", "G-RAT", "G-NOTICE"],
    to: "concluded",
    changes: ["notice", "decide"],
  },
  {
    id: "C30",
    from: ["concluded"],
    event: "followup.open",
    by: ["ombudsperson"],
    guards: ["G-COI"],
    to: "followUp",
    changes: [],
  },
  {
    id: "C31",
    from: ["concluded"],
    event: "case.close",
    by: ["ombudsperson"],
    guards: ["G-COI", "G-NOTICE"],
    to: "closed",
    changes: ["notice"],
  },
  {
    id: "C32",
    from: ["followUp"],
    event: "followup.record",
    by: ["investigator", "liaison", "reporter"],
    guards: [],
    to: "followUp",
    changes: [],
  },
  { id: "C33", from: ["followUp"], event: "deadline.expired", by: ["system"], guards: [], to: "followUp", changes: [] },
];
