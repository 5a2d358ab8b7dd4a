import { dropRow, eachRow, type Mutant, retarget } from "./mutant";
import { PAUSE } from "./mutants-of-clocks";

const WITHDRAWN = "withdrawn is closed, scheduled is archived";

/** Where a case may go, what follows what, and that it always can go on: not so in these. */
export const MUTANTS_OF_WAYS: readonly Mutant[] = [
  {
    flaw: "a question that only the reporter can end",
    kind: "tip",
    change: dropRow("C10"),
    whole: true,
    caughtBy: "I3: the archive can be reached without the reporter",
  },
  {
    flaw: "an archive that waits for the reporter",
    kind: "tip",
    change: eachRow("C39", (row) => ({ ...row, by: ["reporter"] })),
    from: "case.close",
    caughtBy: "a clock runs out unheard",
  },
  {
    flaw: "a decision that nobody can take",
    kind: "complaint",
    change: eachRow("K30", (row) => ({ ...row, by: ["administrator"] })),
    whole: true,
    caughtBy: "I2: only an unrecused ombudsperson who neither investigated nor reviewed decides",
  },
  {
    flaw: "observations that only the reporter can end",
    kind: "grievance",
    change: dropRow("B13"),
    whole: true,
    caughtBy: "I3: the archive can be reached without the reporter",
  },
  {
    flaw: "a follower that leads: withdrawn, and the case runs on",
    kind: "tip",
    change: dropRow("C34"),
    from: "case.acknowledge",
    told: [["reporter.withdraw", "reporter"]],
    track: ["statutoryClock", "standing"],
    caughtBy: "I1: a withdrawal alone needs no second person, and says so",
  },
  {
    flaw: "a follower that stays behind: closed, and not withdrawn",
    kind: "tip",
    change: dropRow("S23"),
    from: "case.acknowledge",
    told: [["reporter.withdraw", "reporter"]],
    track: ["standing"],
    caughtBy: WITHDRAWN,
  },
  {
    flaw: "an archive that deletion never hears of",
    kind: "complaint",
    change: dropRow("S91"),
    from: "case.close",
    track: ["retention"],
    caughtBy: WITHDRAWN,
  },
  {
    flaw: "a hearing that ends in a decision",
    kind: "tip",
    change: retarget("A07", "decisionReview"),
    from: "investigator.assign",
    caughtBy: "table: a step leads where the tables say",
  },
  {
    flaw: "a step that the tables do not have",
    kind: "grievance",
    change: {
      rows: (rows) => [
        ...rows,
        { ...PAUSE, region: "procedure", from: ["underInquiry"], event: "case.close", to: "agencyReply" },
      ],
    },
    from: "investigator.assign",
    caughtBy: "table: only listed steps are taken",
  },
];
