import { GUARDS } from "~workflows/guards";
import type { Check } from "~workflows/guards/check";
import { addRole, dropGuards, dropRule, eachRow, type Mutant, retarget } from "./mutant";

const without = (rule: string): Pick<Mutant, "change"> => ({
  change: {
    guards: {
      "G-ACTOR": GUARDS["G-ACTOR"].filter((check: Check) => check.rule !== rule),
      "G-COI": GUARDS["G-COI"].filter((check: Check) => check.rule !== rule),
    },
  },
});

/** Who may not, and may in these. */
export const MUTANTS_OF_PERSONS: readonly Mutant[] = [
  {
    flaw: "an administrator who proposes",
    kind: "tip",
    change: addRole("N02", "administrator"),
    from: "case.acknowledge",
    caughtBy: "I4: an administrator moves no procedure",
  },
  {
    flaw: "an administrator who closes",
    kind: "tip",
    change: addRole("C31", "administrator"),
    from: "decision.issue",
    caughtBy: "I4: an administrator moves no procedure",
  },
  {
    flaw: "a struck-out person who acts",
    kind: "tip",
    ...without("recused"),
    from: "case.acknowledge",
    caughtBy: "I11: a recused person takes no step",
  },
  {
    flaw: "keys for a struck-out person",
    kind: "tip",
    change: dropRule("G-TARGET", "targetRecused"),
    from: "case.acknowledge",
    caughtBy: "I11: a recused person receives no key and no assignment",
  },
  {
    flaw: "an investigator who steps aside and stays assigned",
    kind: "tip",
    change: eachRow("S71", (row) => ({ ...row, changes: [] })),
    from: "investigator.assign",
    track: ["conflict"],
    caughtBy: "I11: whoever steps aside or is found partial is out at once, and the keys are renewed",
  },
  {
    flaw: "keys that stay after somebody steps aside",
    kind: "tip",
    change: eachRow("S71", (row) => ({ ...row, raises: [] })),
    from: "investigator.assign",
    track: ["conflict"],
    caughtBy: "I11: whoever steps aside or is found partial is out at once, and the keys are renewed",
  },
  {
    flaw: "an acknowledgement without a declaration",
    kind: "tip",
    change: dropGuards("C05", "G-COI"),
    from: "case.register",
    caughtBy: "nobody acts before declaring that they have no conflict",
  },
  {
    flaw: "somebody without the case's keys",
    kind: "tip",
    change: dropRule("G-ACTOR", "noAccess"),
    from: "case.register",
    caughtBy: "nobody acts without the case's keys or in a role that nobody vouches for",
  },
  {
    flaw: "a review of one's own work",
    kind: "tip",
    change: dropGuards("C37", "G-FRESH"),
    from: "case.close",
    told: [["review.request", "reporter"]],
    caughtBy: "a review is answered by somebody who never acted in the case",
  },
  {
    flaw: "a text that one person sends out",
    kind: "tip",
    change: dropGuards("A05", "G-IDSAFE"),
    from: "investigator.assign",
    caughtBy: "a text that leaves the office was read by two people",
  },
  {
    flaw: "an investigator who is none",
    kind: "complaint",
    change: dropRule("G-TARGET", "unknownPerson"),
    from: "review.approve",
    caughtBy: "whoever is assigned is an investigator of the office",
  },
  {
    flaw: "an authority whose report closes the case",
    kind: "tip",
    change: retarget("C20", "closed"),
    from: "case.acknowledge",
    told: [
      ["referral.propose", "tess"],
      ["text.attestSafe", "vic"],
      ["review.approve", "omar"],
      ["referral.accept", "lena"],
    ],
    caughtBy: "I1: a case is closed by approval or after a decision, never by silence",
  },
  {
    flaw: "an authority that accepts and is done",
    kind: "grievance",
    change: retarget("B28", "concluded"),
    from: "review.approve",
    told: [["recommendation.issue", "omar"]],
    caughtBy: "I12: an authority's answer ends no case and decides nothing",
  },
];
