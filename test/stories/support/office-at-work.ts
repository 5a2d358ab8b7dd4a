import type { StoryAct } from "../../../prisma/seed/demo-stories";
import type { SentReport, Story } from "../../../prisma/seed/report";
import { ANSWERED, ASKED_AUTHORITY, CLOSED_AS, INQUIRY, OPENED, REASONED, REASONS, STANDARDS, TEAM } from "./steps";
import type { World } from "./world";

/** A case of an office at work: how it got where it stands, and where it stands when nobody touched it for a year. */
export interface WorkedCase {
  kind: Story["kind"];
  urgent?: boolean;
  acts: StoryAct[];
  /** What its reporter does last. */
  reporter?: { event: string; text: string | null; codes?: object };
  from: string;
  afterYear: string;
  /** Duties of the office or an authority that were missed meanwhile, in the order of their days. */
  late: string[];
}

const RECOMMENDED: StoryAct[] = [
  { by: "ines", event: "evidence.seal" },
  REASONED("ines", "provisional.issue"),
  ANSWERED("ines", "comment.received"),
  {
    by: "ines",
    event: "findings.submit",
    codes: { ...STANDARDS, outcome: "MALADMINISTRATION" },
    findings: REASONS,
  },
  { by: "viktor", event: "review.approve" },
  {
    by: "olga",
    event: "recommendation.issue",
    codes: { ...STANDARDS, outcome: "MALADMINISTRATION", recommendations: ["REASONS"] },
    decision: REASONS,
    notice: "We recommend that the authority gives reasons.",
  },
];

/** More arrivals in a day than this are held back; the last case is one of them. */
export const ARRIVALS_PER_DAY = 14;

/** Fifteen cases in different states, of all three kinds. */
export const CASES: WorkedCase[] = [
  { kind: "tip", acts: [], from: "received", afterYear: "received", late: ["acknowledgement"] },
  {
    kind: "tip",
    urgent: true,
    acts: [],
    from: "received",
    afterYear: "received",
    late: ["urgency", "acknowledgement"],
  },
  {
    kind: "tip",
    acts: [...OPENED("tara"), { by: "tara", event: "info.request", message: "Which month was it?" }],
    from: "awaitingInfo",
    afterYear: "preliminaryAssessment",
    late: ["feedback"],
  },
  {
    kind: "tip",
    acts: [...OPENED("tara"), ...TEAM, REASONED("tara", "closure.propose", { ground: "MINOR" })],
    from: "closureReview",
    afterYear: "closureReview",
    late: ["closureReview", "feedback"],
  },
  {
    kind: "tip",
    acts: [...OPENED("tara"), ...INQUIRY("tara")],
    from: "underInvestigation",
    afterYear: "underInvestigation",
    late: ["underInvestigation", "feedback", "inquiryReview"],
  },
  {
    kind: "tip",
    acts: [...OPENED("tara"), ...TEAM, ...CLOSED_AS("MINOR")],
    from: "closed",
    afterYear: "archived",
    late: [],
  },
  {
    kind: "tip",
    acts: OPENED("tara", "T2"),
    reporter: { event: "retaliation.report", text: "They threatened me." },
    from: "preliminaryAssessment",
    afterYear: "preliminaryAssessment",
    late: ["protectionIncident", "preliminaryAssessment", "answer", "feedback"],
  },
  {
    kind: "tip",
    acts: [...OPENED("tara"), ...TEAM],
    reporter: { event: "reporter.withdraw", text: null },
    from: "preliminaryAssessment",
    afterYear: "preliminaryAssessment",
    late: ["preliminaryAssessment", "withdrawalAnswer", "feedback"],
  },
  {
    kind: "grievance",
    acts: [...OPENED("tara"), ...INQUIRY("tara", "grievance"), ...ASKED_AUTHORITY],
    from: "agencyReply",
    afterYear: "underInquiry",
    late: ["agencyReply", "feedback"],
  },
  {
    kind: "grievance",
    acts: [...OPENED("tara"), REASONED("tara", "admissibility.suspend")],
    from: "suspendedSubJudice",
    afterYear: "preliminaryAssessment",
    late: ["feedback"],
  },
  {
    kind: "grievance",
    acts: [...OPENED("tara"), ...INQUIRY("tara", "grievance"), ...RECOMMENDED],
    from: "recommendationIssued",
    afterYear: "specialReportPending",
    late: ["recommendationIssued"],
  },
  {
    kind: "complaint",
    acts: [
      ...OPENED("tara"),
      { by: "tara", event: "consent.record", codes: { purpose: "referral" }, note: "Ticked in the complaint." },
      { by: "tara", event: "coordination.open" },
    ],
    from: "coordination",
    afterYear: "preliminaryAssessment",
    late: ["feedback"],
  },
  {
    kind: "complaint",
    acts: [...OPENED("tara"), ...INQUIRY("tara", "complaint").filter(({ by }) => by !== "olga" && by !== "ines")],
    from: "admitted",
    afterYear: "admitted",
    late: ["admitted"],
  },
  {
    kind: "complaint",
    acts: OPENED("tom"),
    reporter: { event: "conflict.allege", text: "One of you worked for them." },
    from: "preliminaryAssessment",
    afterYear: "preliminaryAssessment",
    late: ["conflictReview", "answer", "preliminaryAssessment", "feedback"],
  },
  { kind: "tip", acts: [], from: "quarantined", afterYear: "quarantined", late: ["quarantined", "acknowledgement"] },
];

/** Plays all of them; gives each with its report. */
export async function setToWork(world: World): Promise<(WorkedCase & { report: SentReport })[]> {
  const all = [];
  for (const each of CASES) {
    const { kind, urgent = false, acts, reporter } = each;
    const report = await world.report({ kind, urgent, answers: { summary: "What happened." } });
    await world.play(report, acts);
    if (reporter) await world.write(report, reporter.event, reporter.text, reporter.codes);
    all.push({ ...each, report });
  }
  return all;
}
