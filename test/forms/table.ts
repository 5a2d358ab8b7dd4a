/**
 * The published table of questions (domain notes §4.2), as it is written there: for tip, grievance and complaint R is
 * required, O optional, – not asked. The fourth column is the self-disclosure (S34): narrative, items, parties and
 * remedial steps are required there, and who speaks for whom.
 */
export const TABLE: Record<string, string> = {
  urgent: "R/–/R/–",
  urgentWhat: "O/–/R/–",
  summary: "R/R/R/R",
  when: "O/R/R/O",
  status: "R/O/R/O",
  basis: "R/–/R/–",
  items: "O/R/O/R",
  parties: "O/R/R/R",
  dest: "O/R/R/O",
  endUseStated: "O/R/O/O",
  licence: "O/O/O/O",
  redFlags: "O/–/O/–",
  harm: "O/–/R/–",
  affected: "O/–/R/–",
  grievance: "–/R/–/–",
  decision: "–/R/O/–",
  priorSteps: "O/R/R/O",
  outcome: "O/R/R/–",
  loss: "–/O/–/–",
  confid: "–/R/–/R",
  mandate: "–/R/R/R",
  standing: "–/R/O/R",
  identity: "R/R/R/R",
  relation: "O/–/O/–",
  fewKnow: "R/–/O/–",
  retaliation: "O/O/O/O",
  safeContact: "O/O/O/O",
  evidence: "O/O/O/O",
  evidenceElse: "O/O/O/O",
  rights: "–/–/R/–",
  truth: "R/R/R/R",
  remedialSteps: "–/–/–/R",
  // "R" in the table means that each box is shown; to leave one empty is an answer.
  consent: "O/O/O/O",
  // One row of the table with endUseStated. An exporter is asked for the stated use, and may say what was seen.
  endUseSeen: "O/O/O/O",
};

/** Details that hang on a row of the table, or serve it. */
export const DETAILS = ["urgentShown", "route", "nextDeadline", "outcomeText", "confidParts", "name"];

/** Rows of the table that are asked before the form: kind and people by their own steps, the rest by the page's address. */
export const ASKED_BEFORE = ["kind", "channel", "lang", "excluded"];
