import type { StoryAct } from "./demo-stories";

/** Reasons as long as the procedure asks for; invented, like the cases. */
export const REASONS =
  "The shipping papers, the register of the authority and two independent accounts agree on the dates and on the consignee. " +
  "The stated end use does not fit the place of delivery. The person concerned was heard and did not explain the difference. " +
  "On the balance of these facts the standard was not kept.";

/** Declares no conflict, acknowledges, and sets a tier. */
export const OPENED = (by: string, tier = "T3"): StoryAct[] => [
  { by, event: "conflict.declareNone" },
  {
    by,
    event: "case.acknowledge",
    codes: { recused: [] },
    message:
      "We have your report and we are reading it. You hear from us by the dates that your mailbox shows. Write to us here at any time.",
  },
  { by, event: "triage.setTier", codes: { tier }, triage: { F1: 2, F2: 1, F4: 1, F5: 1, F6: 1, F8: 2 } },
];

/** Puts a colleague on the case. */
export const GRANTED = (by: string, to: string, role: string): StoryAct[] => [
  { by, event: "access.grant", codes: { role }, grantTo: to },
  { by: to, event: "conflict.declareNone" },
];

const MINIMUM = {
  tip: ["MIN_WHAT", "MIN_WHO_WHERE_ITEM"],
  grievance: ["MIN_DECISION_DATE", "MIN_WHAT", "MIN_WHO_WHERE_ITEM"],
  complaint: ["MIN_AFFECTED_LINK", "MIN_WHAT", "MIN_WHO_WHERE_ITEM"],
};
const STANDARDS = ["STD-DU-821", "STD-WBD-9"];

/** The step that takes a case up: a complaint is assessed by one person and admitted by another. */
const ADMITTED = (by: string, kind: keyof typeof MINIMUM): StoryAct[] => {
  const codes = { minimum: MINIMUM[kind] };
  if (kind === "tip") return [{ by, event: "triage.admit", codes }];
  if (kind === "grievance") return [{ by, event: "admissibility.admit", codes }];
  return [
    { by, event: "assessment.submit", codes: { ...codes, standards: ["STD-OECD-NCP"] }, rationale: REASONS },
    {
      by: "viktor",
      event: "review.approve",
      role: "reviewer",
      notice: "We looked at your complaint and will inquire into it. You hear from us by the dates in your mailbox.",
    },
  ];
};

/** Admits the case and puts an investigator on it. */
export const INQUIRY = (by: string, kind: keyof typeof MINIMUM = "tip"): StoryAct[] => [
  ...GRANTED(by, "viktor", "reviewer"),
  ...ADMITTED(by, kind),
  ...GRANTED(by, "olga", "ombudsperson"),
  { by: "olga", event: "investigator.assign", grantTo: "ines" },
  { by: "ines", event: "conflict.declareNone" },
  { by: "ines", event: "case.note", note: "Next: compare the two shipping papers with the authority's register." },
];

/** The exporter agreed that the authority is asked; the authority has its question. */
export const ASKED_AUTHORITY: StoryAct[] = [
  {
    by: "ines",
    event: "consent.record",
    codes: { purpose: "authority" },
    note: "The exporter ticked in the report that the authority may be told all but the price list.",
  },
  { by: "ines", event: "agency.requestReply" },
];

/** The evidence is sealed, findings are handed in. */
export const FINDINGS = (outcome: string): StoryAct[] => [
  { by: "ines", event: "evidence.seal" },
  { by: "ines", event: "findings.submit", codes: { standards: STANDARDS, outcome }, findings: REASONS },
];

/** Findings, their review by a second person, the decision and the end. */
export const CLOSED: StoryAct[] = [
  ...FINDINGS("SUBSTANTIATED"),
  { by: "viktor", event: "review.approve", role: "reviewer" },
  {
    by: "olga",
    event: "decision.issue",
    codes: { standards: STANDARDS, outcome: "SUBSTANTIATED" },
    decision: REASONS,
    notice:
      "We found that your report was right. The authority was told to withdraw the licence. You can ask for a review of this decision within 60 days.",
  },
  { by: "olga", event: "case.close" },
];
