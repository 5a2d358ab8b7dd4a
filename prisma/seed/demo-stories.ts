import type { PlannedAct } from "./acts";
import { CLOSED, GRANTED, INQUIRY, OPENED, REASONS } from "./demo-steps";
import type { Story } from "./report";

/** One act of a story: who does it, and to whom it gives the case's keys. */
export type StoryAct = Omit<PlannedAct, "grant"> & { by: string; grantTo?: string };
export interface DemoStory {
  id: string;
  report: Story;
  /** What happens on which day before today; the report arrives on the first. */
  steps: { daysAgo: number; acts: StoryAct[] }[];
}

const tip = (summary: string, answers: Story["answers"] = {}): Story => ({
  kind: "tip",
  answers: {
    urgent: "no",
    summary,
    status: "ongoing",
    basis: ["seen", "document"],
    fewKnow: "5to20",
    identity: "anonymous",
    truth: true,
    ...answers,
  },
});
const grievance = (summary: string, answers: Story["answers"] = {}): Story => ({
  kind: "grievance",
  answers: {
    summary,
    when: { from: "2026-02", to: "", about: true },
    grievance: ["delay", "noReasons"],
    decision: "No decision. The last letter is from February.",
    items: "5A001.j, carrier-class monitoring, two units",
    dest: "Country B",
    endUseStated: "Network quality measurement by a telephone company",
    parties: "Exporter: our company. End user: the telephone company.",
    priorSteps: "We asked in April, June and September. No answer.",
    outcome: ["reasons", "procedure"],
    standing: "Lumen Optics, a company of forty people",
    mandate: "I am the export manager and sign for the company.",
    confid: "The price list. It may not go to anybody.",
    identity: "office",
    truth: true,
    ...answers,
  },
});
const complaint = (summary: string, answers: Story["answers"] = {}): Story => ({
  kind: "complaint",
  answers: {
    urgent: "no",
    summary,
    status: "ongoing",
    when: { from: "2026-05", to: "2026-09", about: true },
    dest: "Country C",
    parties: "End user: an interior ministry. Manufacturer: known to us.",
    harm: ["intrusion", "sources"],
    affected: "Between ten and fifty journalists",
    rights: "The export was licensed although the ministry's record was public.",
    basis: ["document", "public"],
    priorSteps: "We wrote to the authority in August.",
    outcome: ["reconsider", "stop"],
    mandate: "We act for the people affected; they agreed in writing.",
    identity: "office",
    truth: true,
    ...answers,
  },
});

/** A dozen invented cases in different places of the procedure. */
export const STORIES: DemoStory[] = [
  {
    id: "decided",
    report: tip(
      "The certificate names a water authority. The boxes went to a trading firm in a free zone and from there to an interior ministry. I saw both shipping papers.",
    ),
    steps: [
      { daysAgo: 45, acts: OPENED("mara") },
      { daysAgo: 30, acts: INQUIRY("mara") },
      { daysAgo: 9, acts: CLOSED },
    ],
  },
  {
    id: "review",
    report: tip(
      "Updates for the intercept product still come from a server in a country that has no licence for it. The logs show it every night.",
    ),
    steps: [
      { daysAgo: 45, acts: OPENED("jonas") },
      { daysAgo: 30, acts: INQUIRY("jonas") },
      {
        daysAgo: 4,
        acts: [
          {
            by: "ines",
            event: "findings.submit",
            codes: { standards: ["STD-WBD-9", "STD-DU-821"], outcome: "PARTLY" },
            findings: REASONS,
          },
        ],
      },
    ],
  },
  {
    id: "asked",
    report: tip(
      "Training was offered for an interception system, but the customer is not named in any paper that I could see.",
    ),
    steps: [
      {
        daysAgo: 9,
        acts: [
          ...OPENED("mara"),
          {
            by: "mara",
            event: "info.request",
            message:
              "Two questions, if it is safe for you to answer. In which month was the training offered? Does any paper name the country?",
          },
        ],
      },
    ],
  },
  {
    id: "late",
    report: tip(
      "Staff were told not to write down concerns about the end user, and earlier notes were deleted from the project folder.",
    ),
    steps: [{ daysAgo: 9, acts: [] }],
  },
  {
    id: "soon",
    report: tip("A forwarder is named as the final destination, and nobody can say who unpacks the goods."),
    steps: [{ daysAgo: 6, acts: [] }],
  },
  {
    id: "fresh",
    report: {
      ...tip(
        "A shipment of location-tracking equipment leaves this week under a wrong item code. The right code would have needed a licence.",
        { urgent: "yes" },
      ),
      urgent: true,
    },
    steps: [{ daysAgo: 0, acts: [] }],
  },
  {
    id: "silent",
    report: grievance(
      "Our licence application has been silent for nine months. The target is twenty working days. Two orders are lost already, and nobody gives a reason.",
    ),
    steps: [{ daysAgo: 9, acts: OPENED("jonas") }],
  },
  {
    id: "inquiry",
    report: grievance(
      "The authority classified our product in a category that it has never used for our competitors, and gave no reasons.",
    ),
    steps: [
      { daysAgo: 45, acts: OPENED("mara", "T2") },
      {
        daysAgo: 30,
        acts: INQUIRY("mara", ["MIN_WHAT", "MIN_WHO_WHERE_ITEM", "MIN_DECISION_DATE"], "admissibility.admit"),
      },
    ],
  },
  {
    id: "mandate",
    report: grievance("The customs office charged us a storage fee while the licence was checked. We want it back."),
    steps: [
      {
        daysAgo: 9,
        acts: [
          ...OPENED("mara", "T4"),
          {
            by: "mara",
            event: "closure.propose",
            codes: { ground: "OUT_OF_MANDATE", standards: ["STD-GOOD-ADMIN"] },
            rationale: REASONS,
          },
        ],
      },
    ],
  },
  {
    id: "phones",
    report: complaint(
      "Phones of our members were infected with a tool that was exported from this country. Three laboratories found the same traces.",
    ),
    steps: [
      { daysAgo: 30, acts: OPENED("jonas", "T2") },
      { daysAgo: 9, acts: INQUIRY("jonas", ["MIN_WHAT", "MIN_WHO_WHERE_ITEM", "MIN_AFFECTED_LINK"], "triage.admit") },
    ],
  },
  {
    id: "crowd",
    report: complaint(
      "Face recognition delivered for an airport is used against assemblies. Police say so themselves in a public tender.",
    ),
    steps: [
      { daysAgo: 4, acts: OPENED("mara") },
      { daysAgo: 0, acts: GRANTED("mara", "viktor", "reviewer") },
    ],
  },
  {
    id: "exile",
    report: complaint(
      "People who fled are followed abroad with location data that an exported system collects. We have two testimonies and one technical report.",
    ),
    steps: [{ daysAgo: 0, acts: [] }],
  },
];
