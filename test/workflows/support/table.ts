import { type ActorRole, type GuardName, inquiryState, type Kind } from "~workflows";

/** The published tables, as published: id | from | event | by | guards | to. */
const CORE = `
C01 | submitted | case.register | S | G-CT G-KEY | received
C02 | submitted | case.quarantine | S | – | quarantined
C03 | quarantined | quarantine.release | T | G-COI | received
C04 | quarantined | quarantine.discard | T | G-COI G-4E | closed
C05 | received | case.acknowledge | T | G-COI | preliminaryAssessment
C06 | received | case.reportUndecryptable | T | G-COI | awaitingInfo
C07 | preliminaryAssessment | triage.setTier | T | G-COI G-FACT | preliminaryAssessment
C08 | W | info.request | T,I | G-COI | awaitingInfo
C09 | awaitingInfo | reporter.reply | R | – | @origin
C10 | awaitingInfo | deadline.expired | S | – | @origin
C11 | W,followUp | closure.propose | T,I | G-COI G-RAT | closureReview
C12 | closureReview | review.approve | V,O | G-COI G-4E G-NOTICE | closed
C13 | closureReview | review.return | V,O | G-COI G-RAT | @origin
C27 | decisionReview | review.approve | V | G-COI G-4E | decisionPending
C28 | decisionReview | review.return | V | G-COI G-RAT | @inquiry
C29 | decisionPending | decision.return | O | G-COI G-RAT | @inquiry
C30 | concluded | followup.open | O | G-COI | followUp
C31 | concluded | case.close | O | G-COI G-PROT G-NOTICE | closed
C32 | followUp | followup.record | I,L,R | – | followUp
C33 | followUp | deadline.expired | S | – | followUp
C35 | closed | review.request | R | G-WIN G-ONCE | reviewRequested
C36 | reviewRequested | review.uphold | V | G-COI G-FRESH G-RAT G-NOTICE | closed
C37 | reviewRequested | review.grant | V | G-COI G-FRESH G-RAT | preliminaryAssessment
C38 | closed | case.reopen | O | G-COI G-4E G-RAT | preliminaryAssessment
C39 | closed | case.archive | S | G-WINOVER G-NOHOLD G-PROT | archived
A02 | admitted | investigator.assign | O | G-COI G-KEY | @inquiry
A03 | admitted | deadline.expired | S | – | admitted
A04 | @inquiry | investigator.reassign | O | G-COI G-RAT | admitted
A08 | @inquiry | findings.submit | I | G-COI G-EVID G-HEARD G-RAT | decisionReview
A09 | decisionPending | decision.issue | O | G-COI G-4E G-RAT G-NOTICE | concluded`;

const ADMISSION = {
  tip: "A01 | preliminaryAssessment | triage.admit | T | G-COI G-MIN G-TIER | admitted",
  grievance: "A01 | preliminaryAssessment | admissibility.admit | T | G-COI G-MIN G-TIER | admitted",
  complaint: "A01 | preliminaryAssessment | triage.admit | T | G-COI G-MIN G-TIER | admitted",
} as const;

/** Rows beside the published tables: the first half of two-person steps, and what is open in every state. */
const BESIDE = `
C04a | quarantined | quarantine.proposeDiscard | T | G-COI G-RAT | quarantined
C07a | preliminaryAssessment | triage.confirmTier | T,O,V | G-COI G-4E | preliminaryAssessment
C38a | closed | reopen.propose | T,I,O,V | G-COI G-RAT | closed
N01 | * | conflict.declareNone | T,I,O,V,L | G-UNDECLARED | @same
N02 | * | conflict.declare | T,I,O,V,L | – | @same
N03 | * | access.grant | T,I,O,V | G-COI G-TARGET | @same
N04 | * | reporter.message | R | G-MESSAGE | @same
N05 | * | office.message | T,I,O | G-COI G-MESSAGE | @same
N06 | * | case.note | T,I,O,V | G-NOTE | @same
N07 | * | identity.release | T | G-COI G-CUSTODIAN G-RAT | @same`;

/** Guards about regions that stand beside the procedure: protection, retention, evidence, hearing. */
const OF_OTHER_REGIONS = ["G-PROT", "G-NOHOLD", "G-EVID", "G-HEARD"];

/** Stricter than published: these acts bring the message that their effect speaks of, a named tier, a named person. */
export const ADDED: Readonly<Record<string, readonly GuardName[]>> = {
  C05: ["G-MESSAGE"],
  C06: ["G-MESSAGE"],
  C07: ["G-NEWTIER"],
  C08: ["G-MESSAGE"],
  C09: ["G-MESSAGE"],
  A02: ["G-TARGET"],
};

const ROLE = {
  T: "intake",
  I: "investigator",
  O: "ombudsperson",
  V: "reviewer",
  L: "liaison",
  R: "reporter",
  S: "system",
} as const satisfies Record<string, ActorRole>;

export type TableRow = { id: string; from: string[]; event: string; by: string[]; guards: string[]; to: string };

function parse(line: string): TableRow {
  const [id = "", from = "", event = "", by = "", guards = "", to = ""] = line.split(" | ");
  const named = guards.split(" ").filter((guard) => guard !== "–" && !OF_OTHER_REGIONS.includes(guard));
  const roles = by.split(",").map((letter) => ROLE[letter as keyof typeof ROLE]);
  const states = from.split(",").flatMap((state) => (state === "W" ? ["preliminaryAssessment", "@inquiry"] : [state]));
  return { id, from: states, event, by: roles, guards: [...named, ...(ADDED[id] ?? [])].sort(), to };
}

export function publishedTable(kind: Kind): TableRow[] {
  const lines = `${CORE}\n${ADMISSION[kind]}\n${BESIDE}`.split("\n");
  return lines.filter((line) => line !== "").map(parse);
}

const ORIGINS: Readonly<Record<string, readonly string[]>> = {
  awaitingInfo: ["preliminaryAssessment", "@inquiry"],
  closureReview: ["preliminaryAssessment", "@inquiry", "followUp"],
};

/** Every step that the published tables allow, as "state event role -> state"; the rest is to be refused. */
export function publishedSteps(kind: Kind, states: readonly string[]): string[] {
  const named = (state: string) => (state === "@inquiry" ? inquiryState(kind) : state);
  return publishedTable(kind).flatMap(({ from, event, by, to }) =>
    from
      .flatMap((state) => (state === "*" ? states.filter((known) => known !== "archived") : [named(state)]))
      .flatMap((state) => {
        const targets = to === "@origin" ? (ORIGINS[state] ?? []) : [to === "@same" ? state : to];
        return targets.flatMap((target) => by.map((role) => `${state} ${event} ${role} -> ${named(target)}`));
      }),
  );
}
