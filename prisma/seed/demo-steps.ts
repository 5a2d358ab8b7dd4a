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

/** Admits the case and puts an investigator on it. */
export const INQUIRY = (
  by: string,
  minimum = ["MIN_WHAT", "MIN_WHO_WHERE_ITEM"],
  event = "triage.admit",
): StoryAct[] => [
  { by, event, codes: { minimum } },
  ...GRANTED(by, "olga", "ombudsperson"),
  { by: "olga", event: "investigator.assign", grantTo: "ines" },
  { by: "ines", event: "conflict.declareNone" },
  ...GRANTED("ines", "viktor", "reviewer"),
  { by: "ines", event: "case.note", note: "Next: compare the two shipping papers with the authority's register." },
];

/** Findings, their review by a second person, the decision and the end. */
export const CLOSED: StoryAct[] = [
  {
    by: "ines",
    event: "findings.submit",
    codes: { standards: ["STD-WBD-9", "STD-DU-821"], outcome: "SUBSTANTIATED" },
    findings: REASONS,
  },
  { by: "viktor", event: "review.approve", role: "reviewer" },
  {
    by: "olga",
    event: "decision.issue",
    codes: { standards: ["STD-WBD-9", "STD-DU-821"], outcome: "SUBSTANTIATED" },
    decision: REASONS,
    notice:
      "We found that your report was right. The authority was told to withdraw the licence. You can ask for a review of this decision within 60 days.",
  },
  { by: "olga", event: "case.close" },
];
