import type { Difference } from "./differences";

/** What is not about one row. Source: docs/decisions/0003-two-person-proposals.md and 0008-procedure-regions.md. */
export const REGIONS_AND_RULES: readonly Difference[] = [
  {
    row: "all regions",
    what: "one region leads an event, the others follow: the event is raised again once its row is taken",
    why: "Several regions list the same event. One without a guard of its own would move although the procedure refused.",
  },
  {
    row: "dates that have passed",
    what: "`deadline.expired` names its duty and is taken by the region whose duty it is; what no row answers is told by N12",
    why: "One event stands in many regions, and every miss has to be told.",
  },
  {
    row: "regions of an archived case",
    what: "take nothing more, but for the deletion",
    why: "What rests, rests; only its deletion runs.",
  },
  {
    row: "G-4E",
    what: "a step without a proposing step of its own is proposed by `act.propose`; the answer names the digest of its reasons",
    why: "The tables name the second act only. Without a first one there is nothing to approve.",
  },
  {
    row: "G-4E of decisions",
    what: "whoever ever investigated the case, handed in findings or approved them cannot decide it, not even after it was reopened",
    why: "The rule is about persons, not roles.",
  },
  {
    row: "rows C11, C13",
    what: "a closure that was proposed in follow-up or monitoring returns there",
    why: "`workOrigin` remembers work only; a second field remembers these two.",
  },
  {
    row: "rows B26, B27",
    what: "a grievance that is well-founded ends in a recommendation; a plain decision says that it is not, or that a solution was found",
    why: 'The list of outcomes has no "inconclusive", and both rows would otherwise fit every outcome.',
  },
  {
    row: "row C04",
    what: "a discarded arrival has thirty days for a review, is then archived and destroyed",
    why: '"Shred after 30 d" and a window of twelve months cannot both hold.',
  },
  {
    row: "rows C31, C36, decisions",
    what: "also count as telling the outcome",
    why: "A second act that says the same thing again helps nobody.",
  },
  {
    row: "G-CONS",
    what: "the reporter's own consent, one that an officer recorded from the sealed report, or a legal duty with reasons and prior notice",
    why: "The server cannot read the report.",
  },
  {
    row: "G-COERC",
    what: "the withdrawal was asked for seven days ago, and the ombudsperson attests the answer to the question",
    why: "The server cannot read the answer.",
  },
  {
    row: "G-IDSAFE",
    what: "a reviewer attests first, the actor attests too; used up by the step, and void after a report of retaliation",
    why: "It takes two people, and what was safe before may not be after.",
  },
  {
    row: "retention of T1",
    what: "the archive puts a hold on it; once two people lift it, 36 months",
    why: '"Hold" has no length.',
  },
  {
    row: "urgency",
    what: "2 h and 24 h are counted in days: flagged today, it is late tomorrow (T1) or the day after",
    why: "No time of anything that a reporter does is kept.",
  },
  {
    row: "follow-up, monitoring, waiting for others",
    what: "the clock goes on after each miss, from the day of the miss",
    why: "No state may wait for ever.",
  },
  {
    row: "two office keys",
    what: "one office key certifies a person",
    why: "There is one office key; a second would have to be kept by somebody else.",
  },
];
