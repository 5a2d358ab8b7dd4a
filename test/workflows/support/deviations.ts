/**
 * One thing in which the machine differs from the published tables, on purpose.
 *
 * Shape: `row` names one row or several; `what` is one of "guards + …", "guards - …", "by + …", "from + …", "from - …", "to …" and
 *        "new in region | from | event | by | guards | to". Whatever is not listed here has to be as published.
 */
export type Deviation = { readonly row: string; readonly what: string; readonly why: string };

const ANSWERS = "C17 C18 C20 B03 B10 B16 B19 B22 B28 B29 K02 K12 K15 K18 K20 K23 K26 S102 S103 S105";
const REGION_ACTS =
  "S05 S06 S09 S24 S34 S36 S41 S42 S43 S44 S45 S46 S52 S54 S61 S62 S64 S65 S67 S69 S74 S75 S81 S84 S86 S93 S94 S101";

/** Guards, roles and places that the rows have beside the published ones. */
const ROWS: readonly Deviation[] = [
  {
    row: ANSWERS,
    what: "by + intake investigator",
    why: "An officer may enter an authority's answer, as the legend says.",
  },
  { row: "C32 A06", what: "by + intake", why: "An officer may enter an authority's answer, as the legend says." },
  { row: `${ANSWERS} C32 A06 B17`, what: "guards + G-ANSWER", why: "The answer itself has to be on record." },
  {
    row: "C05 C06 C08 C09 B12",
    what: "guards + G-MESSAGE",
    why: "Their effect is a message, so the act has to bring it.",
  },
  { row: "C07", what: "guards + G-NEWTIER", why: "A tier that the tables do not know is no tier." },
  {
    row: "C12",
    what: "guards + G-PROT",
    why: "C31 does not close over an open incident of retaliation; neither does C12.",
  },
  {
    row: "C15 K03",
    what: "guards + G-HANDOVER",
    why: "Their effect is the package; the act binds which one it was, and the reporter is told.",
  },
  { row: "C32", what: "guards + G-IMPL", why: "The record says one of the four published codes." },
  {
    row: "A02 B05 K08",
    what: "guards + G-TARGET",
    why: "The person has to be a certified investigator who is not recused.",
  },
  {
    row: "A08 K29",
    what: "guards + G-RIGHTS",
    why: "S35 asks for the rights-impact checklist in findings on tips and complaints.",
  },
  { row: "B27 K30", what: "guards + G-REC", why: "Recommendations are of the published types." },
  {
    row: "B31 K31",
    what: "guards + G-TEXT",
    why: "What is published is the very text that was proposed and approved.",
  },
  { row: "B14", what: "guards + G-NOTE", why: "Its effect is the inspection note." },
  { row: "K15", what: "guards + G-RESULT", why: "Its effect is one of the four published codes." },
  { row: "K32", what: "guards + G-WITHHOLD", why: "The withhold ground is counted, so it has to be named." },
];

/** The regions are published without the guards that every act of an officer needs, and without what the act brings. */
const REGIONS: readonly Deviation[] = [
  {
    row: `${REGION_ACTS} S03`,
    what: "guards + G-COI",
    why: "Nobody acts in a case before declaring that they have no conflict.",
  },
  {
    row: "S03",
    what: "guards + G-WAIVE G-NOTE",
    why: "The published words 'R objected or danger' as an attestation, with a note.",
  },
  {
    row: "S03 S10",
    what: "from + ackBreached",
    why: "A breached clock can be answered too; it must not run for ever.",
  },
  {
    row: "S11",
    what: "from + ackDue ackBreached feedbackGiven",
    why: "A withdrawal ends whatever promise was still open.",
  },
  { row: "S05 S09 S51 S52 S63", what: "guards + G-MESSAGE", why: "What is said has to be in the act." },
  { row: "S06", what: "guards + G-MESSAGE", why: "The reporter is told the new date by a message." },
  {
    row: "S06",
    what: "guards - G-NOTICE",
    why: "A notice counts as feedback and would end the clock that it extends.",
  },
  { row: "S23", what: "guards - G-COERC", why: "It follows C34, which asks." },
  {
    row: "S31",
    what: "guards + G-URGENT",
    why: "A circumstance: an arrival is flagged only where the reporter revealed that it is urgent.",
  },
  { row: "S32", what: "to acted", why: "What was disclosed still has to be ratified; `flagged` would forget it." },
  {
    row: "S33",
    what: "guards + G-RAT",
    why: "What one person discloses alone has its reasons on record for whoever ratifies it.",
  },
  {
    row: "S41 S42",
    what: "guards + G-ITEM G-FILES",
    why: "Evidence is something; a message adds evidence where it brings a file.",
  },
  { row: "S44", what: "guards + G-HASH", why: "Verifying means that the digests were computed anew." },
  {
    row: "S51",
    what: "guards + G-WORDS",
    why: "A circumstance: other steps of the reporter are a message where they bring words.",
  },
  { row: "S53", what: "from + reporterOwes", why: "A reporter's silence gives the word back to the office." },
  {
    row: "S53",
    what: "from - officeOwes",
    why: "A late answer of the office is told and counted by N12 like every miss.",
  },
  { row: "S61 S62 S64 S67", what: "guards + G-NOTE", why: "What was assessed, planned or done is on record." },
  { row: "S73", what: "guards + G-NAMED", why: "An officer names a person of the office; a reporter may use words." },
  { row: "S74 S75", what: "guards + G-UNALLEGED", why: "The person alleged has no voice in the answer." },
  {
    row: "S74 S75",
    what: "guards + G-ALLEGATION",
    why: "Several people can be alleged at once; an answer says whom it is about.",
  },
  { row: "S74 S75", what: "to @rest", why: "The review lasts until the last of several allegations is answered." },
  {
    row: "S33",
    what: "from + acted",
    why: "Danger that is told again while a disclosure waits can be acted on at once.",
  },
  { row: "S33", what: "guards + G-FLAGGED", why: "There is danger that was told and not yet acted on." },
  { row: "S36", what: "to @rest", why: "The next disclosure still has to be ratified, and new danger looked at." },
  { row: "S84", what: "guards + G-REWRAP", why: "Done means that no key of the case still waits." },
  { row: "S92", what: "guards + G-ARCHIVED", why: "Its published condition: a hold lifted on an archived case." },
  {
    row: "S93",
    what: "guards + G-T1",
    why: "A circumstance: the archive itself places the hold on T1 cases (3.7); a person needs no tier.",
  },
];

/** Rows that the tables speak of in words, or that two people and the chain need. */
const NEW: readonly Deviation[] = [
  {
    row: "S82a",
    what: "new in keys | keyIncident | rewrap.needed | S | – | keyIncident",
    why: "Somebody leaves the office while a key is in question; two people still have to end the incident.",
  },
  {
    row: "C07a",
    what: "new in procedure | preliminaryAssessment | triage.confirmTier | T,O,V | G-COI G-4E | preliminaryAssessment",
    why: "C07: a downgrade needs four eyes; this is the second pair.",
  },
  {
    row: "S96",
    what: "new in retention | onHold | deadline.expired | S | – | onHold",
    why: "A hold is looked at again; on an archived case N12 no longer could.",
  },
  {
    row: "N01",
    what: "new in procedure | *,archived | conflict.declareNone | T,I,O,V,L | G-UNDECLARED | @same",
    why: "G-COI speaks of a signed declaration; this is it.",
  },
  {
    row: "N02",
    what: "new in procedure | *,archived | act.propose | T,I,O,V | G-COI G-PROPOSABLE G-TEXT G-RAT | @same",
    why: "The first of the two persons, for every step under G-4E that has no proposing step of its own.",
  },
  {
    row: "N03",
    what: "new in procedure | *,archived | access.grant | T,I,O,V | G-COI G-TARGET | @same",
    why: "A second reader has to be let in by somebody who can read, and the chain has to show it.",
  },
  {
    row: "N04",
    what: "new in procedure | * | text.attestSafe | V | G-COI G-NOTE G-SAFE | @same",
    why: "G-IDSAFE: V attests before the text leaves.",
  },
  {
    row: "N05",
    what: "new in procedure | * | case.note | T,I,O,V | G-NOTE | @same",
    why: "Deliberation is kept with the case.",
  },
  {
    row: "N06",
    what: "new in procedure | * | identity.release | T | G-COI G-CUSTODIAN G-RAT | @same",
    why: "The identity is under two layers; the custodian takes off the first.",
  },
  {
    row: "N07",
    what: "new in procedure | * | identity.disclose | O | G-COI G-4E G-CONS G-RAT G-NOTICE | @same",
    why: "I8 names the event.",
  },
  {
    row: "N08",
    what: "new in procedure | * | consent.give | R | G-PURPOSE | @same",
    why: "G-CONS: an artefact of R for this purpose.",
  },
  {
    row: "N09",
    what: "new in procedure | * | consent.withdraw | R | G-PURPOSE | @same",
    why: "Consent can be taken back (4.2).",
  },
  {
    row: "N10",
    what: "new in procedure | * | consent.record | T,I | G-COI G-PURPOSE G-NOTE | @same",
    why: "Consent given in the sealed report has to be made known to the machine.",
  },
  {
    row: "N11",
    what: "new in procedure | * | policy.rebase | O | G-COI G-RAT G-POLICY | @same",
    why: "A case goes over to other deadlines only by an act with reasons.",
  },
  {
    row: "N12",
    what: "new in procedure | * | deadline.missed | S | G-MISSED | @same",
    why: "3.7: every miss has a chain entry, also where no row moves.",
  },
  {
    row: "N13",
    what: "new in procedure | * | clock.reminder | S | G-REMINDER | @same",
    why: "3.6: reminders on days 5, 6 and 80.",
  },
  {
    row: "N14",
    what: "new in procedure | * | package.send | T,I,O | G-COI G-CONS G-SAFE G-PACKAGE | @same",
    why: "What is put to an authority is sealed to its contact by an act of its own, with consent.",
  },
  {
    row: "N15",
    what: "new in procedure | @inquiry | inquiry.plan | I,O | G-COI G-PLANOWED G-MESSAGE | @same",
    why: "3.7: after the breach of the inquiry's limit R has a plan and a new date within 2 wd.",
  },
  {
    row: "N16",
    what: "new in procedure | @inquiry | inquiry.review | V | G-COI G-REVIEWOWED G-NOTE | @same",
    why: "3.7: V reviews at 150 % of the inquiry's limit.",
  },
  {
    row: "N17",
    what: "new in procedure | * | access.narrow | O | G-COI G-RAT G-NARROW | @same",
    why: "3.6: a stricter key set is a measure of protection, and the chain has to show it.",
  },
];

export const DEVIATIONS: readonly Deviation[] = [...ROWS, ...REGIONS, ...NEW];
