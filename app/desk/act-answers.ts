import { type HandoverChoice, NOTHING_CHOSEN } from "./handover/choice";
import { NO_STATEMENT, type StatementDraft } from "./public-text";
import type { TriageDraft } from "./triage/draft";

/** What an act's form asks for, as it was filled in so far. */
export type ActAnswers = {
  rationale: string;
  standards: string[];
  ground: string | null;
  outcome: string | null;
  recommendations: string[];
  message: string;
  notice: string;
  note: string;
  /** What is put to an authority. */
  package: string;
  /** What goes to another office together with the case. */
  handover: HandoverChoice;
  /** What an authority's contact answers. */
  answer: string;
  /** Evidence that an officer adds. It leaves the page sealed, or not at all. */
  file: File | null;
  /** Files that go to the reporter with a message. */
  attached: File[];
  factors: Record<string, number>;
  overrides: string[];
  tier: string | null;
  tierWhy: string;
  /** The triage sheet while it is filled in; a form that was never touched has none. */
  triage?: TriageDraft;
  minimum: string[];
  /** Codes that the person attests in the first person. */
  attest: string[];
  person: string | null;
  role: string | null;
  /** The person who is said to have a conflict. */
  alleged: string | null;
  /** Which of several open allegations is meant; for a new one null. */
  allegation: string | null;
  /** People who are taken off the case. */
  people: string[];
  /** The batch of proposals that this one belongs to. */
  batch: string | null;
  /** The id of the case that this one is to be joined to. */
  lead: string | null;
  purpose: string | null;
  /** The last day of a consent, YYYY-MM-DD; "" while the case runs. */
  until: string;
  result: string | null;
  implementation: string | null;
  withhold: string | null;
  /** A text that is to be published, while it is written. */
  statement: StatementDraft;
};

export const NO_ANSWERS: ActAnswers = {
  rationale: "",
  standards: [],
  ground: null,
  outcome: null,
  recommendations: [],
  message: "",
  notice: "",
  note: "",
  package: "",
  handover: NOTHING_CHOSEN,
  answer: "",
  file: null,
  attached: [],
  factors: {},
  overrides: [],
  tier: null,
  tierWhy: "",
  minimum: [],
  attest: [],
  person: null,
  role: null,
  alleged: null,
  allegation: null,
  people: [],
  batch: null,
  lead: null,
  purpose: null,
  until: "",
  result: null,
  implementation: null,
  withhold: null,
  statement: NO_STATEMENT,
};

export { type ActFault, findActFaults, LEAST_RATIONALE, MOST_FILE_BYTES, MOST_FILES } from "./act-faults";
