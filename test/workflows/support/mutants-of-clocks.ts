import { PUBLISHED_LIMITS } from "~workflows";
import type { Row } from "~workflows/row";
import { dropGuards, dropRow, dropRule, eachRow, type Mutant, retarget } from "./mutant";

const { awaitingInfo: _removed, ...WITHOUT_ANSWERS } = PUBLISHED_LIMITS;
const { underInquiry: _gone, ...WITHOUT_INQUIRY } = PUBLISHED_LIMITS;

/** A region that moves on a step of the procedure, as no table has it. */
export const PAUSE: Row = {
  id: "S99",
  region: "statutoryClock",
  from: ["feedbackDue"],
  event: "info.request",
  by: ["intake", "investigator"],
  guards: [],
  to: "feedbackExtended",
  changes: [],
  raises: [],
};
const ARCHIVED = { day: "2027-03-03" };

/** What the clocks must do, and do not in these. */
export const MUTANTS_OF_CLOCKS: readonly Mutant[] = [
  {
    flaw: "silence that closes",
    kind: "tip",
    change: retarget("C10", "closed"),
    from: "case.acknowledge",
    caughtBy: "I1: a case is closed by approval or after a decision, never by silence",
  },
  {
    flaw: "an archive over an open incident",
    kind: "tip",
    change: dropGuards("C39", "G-PROT"),
    from: "case.close",
    track: ["protection"],
    caughtBy: "I7: nothing is archived over a hold, an open incident or an open review window",
  },
  {
    flaw: "an archive over a hold",
    kind: "tip",
    change: dropGuards("C39", "G-NOHOLD"),
    from: "case.close",
    track: ["retention"],
    caughtBy: "I7: nothing is archived over a hold, an open incident or an open review window",
  },
  {
    flaw: "an archive while a review can be asked for",
    kind: "tip",
    change: dropGuards("C39", "G-WINOVER"),
    from: "case.close",
    caughtBy: "I7: nothing is archived over a hold, an open incident or an open review window",
  },
  {
    flaw: "a purge without a look at the hold",
    kind: "tip",
    change: eachRow("S95", (row) => ({ ...row, from: ["scheduled", "onHold"], guards: [] })),
    from: "case.close",
    told: [
      ["case.archive", "system", ARCHIVED],
      ["hold.place", "omar", ARCHIVED],
    ],
    track: ["retention"],
    caughtBy: "I7: nothing is purged but what is archived, scheduled, due and held by nothing",
  },
  {
    flaw: "a purge before its day",
    kind: "tip",
    change: dropRule("G-DUE", "notDue"),
    from: "case.close",
    told: [["case.archive", "system", ARCHIVED]],
    track: ["retention"],
    caughtBy: "I7: nothing is purged but what is archived, scheduled, due and held by nothing",
  },
  {
    flaw: "a T1 case that is purged like any other",
    kind: "tip",
    change: eachRow("C39", (row) => ({ ...row, raises: [] })),
    from: "case.acknowledge",
    told: [
      ["triage.setTier", "tess", { codes: { tier: "T1" } }],
      ["closure.propose", "tess"],
      ["review.approve", "vera"],
    ],
    track: ["retention"],
    caughtBy: "I7: a case of the highest tier is held when it is archived",
  },
  {
    flaw: "a question that pauses the statutory clock",
    kind: "tip",
    change: { rows: (rows) => [...rows, PAUSE] },
    from: "case.acknowledge",
    track: ["statutoryClock"],
    caughtBy: "I6: only what the statute names moves its clock",
  },
  {
    flaw: "an acknowledgement that starts no clock",
    kind: "tip",
    change: dropRow("S01"),
    from: "case.register",
    track: ["statutoryClock"],
    caughtBy: "I6: nothing goes on before it is acknowledged",
  },
  {
    flaw: "a question without a deadline",
    kind: "tip",
    change: { limits: WITHOUT_ANSWERS },
    from: "case.acknowledge",
    caughtBy: "no state without a clock",
  },
  {
    flaw: "an inquiry without a deadline",
    kind: "complaint",
    change: { limits: WITHOUT_INQUIRY },
    from: "review.approve",
    caughtBy: "no state without a clock",
  },
  {
    flaw: "a date that is missed before its day is over",
    kind: "tip",
    change: dropRule("G-DUE", "notDue"),
    from: "case.acknowledge",
    told: [["info.request", "tess"]],
    caughtBy: "no date is missed before its day is over",
  },
  {
    flaw: "a reminder that is given again and again",
    kind: "tip",
    change: eachRow("N13", (row) => ({ ...row, changes: [] })),
    from: "case.register",
    caughtBy: "no date is told twice",
  },
  {
    flaw: "misses that nobody hears of",
    kind: "tip",
    change: dropRow("N12"),
    from: "triage.admit",
    caughtBy: "a clock runs out unheard",
  },
];
