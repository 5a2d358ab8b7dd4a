import type { PlannedAct } from "./acts";
import { ASKED_AUTHORITY, CLOSED, FINDINGS, GRANTED, INQUIRY, OPENED, REASONS } from "./demo-steps";
import type { Story } from "./report";
import { COMPLAINT, DISCLOSURE, GRIEVANCE, TIP } from "./sample-answers";

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
  answers: { ...TIP, summary, ...answers },
});
const grievance = (summary: string): Story => ({ kind: "grievance", answers: { ...GRIEVANCE, summary } });
const complaint = (summary: string): Story => ({ kind: "complaint", answers: { ...COMPLAINT, summary } });

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
        acts: FINDINGS("PARTLY"),
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
        acts: INQUIRY("mara", "grievance"),
      },
      { daysAgo: 9, acts: ASKED_AUTHORITY },
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
      { daysAgo: 9, acts: INQUIRY("jonas", "complaint") },
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
  {
    id: "disclosure",
    report: { kind: "grievance", written: "selfDisclosure", answers: DISCLOSURE },
    steps: [{ daysAgo: 4, acts: [] }],
  },
];
