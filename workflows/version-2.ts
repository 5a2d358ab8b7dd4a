import type { CaseStart } from "./context";
import type { Duty } from "./duties";
import { type CaseEvent, textCode } from "./events";
import { type ContextOfVersion2, MIGRATED_VERSION, migrate, type SnapshotOfVersion2 } from "./migrate";
import { buildProcedure, type Procedure } from "./procedure";
import type { Kind } from "./roles";
import { I, L, O, R, type Row, rowsIn, T, V } from "./row";
import { rowsOf } from "./rows";
import { type CaseSnapshot, startCase } from "./snapshot";
import { type StepResult, stepOn } from "./step";

const conflict = rowsIn("conflict");
const urgency = rowsIn("urgency");

/** The rows that version 2 had in another form: one allegation and one disclosure at a time, and no clock for a late inquiry. */
const OTHER_ROWS: readonly Row[] = [
  urgency("S32", "acted", "urgent.flag", [R, T, I, O, L], [], "acted", { raises: ["reporter.message"] }),
  urgency("S33", "flagged", "urgent.authorise", [O, V], ["G-COI", "G-RAT"], "acted", { changes: ["proposeRatify"] }),
  urgency("S36", "acted", "urgent.ratify", [V, O], ["G-COI", "G-4E"], "normal", { changes: ["standDown"] }),
  conflict("S73", ["clear", "inReview"], "conflict.allege", [R, T, I, O, V], ["G-UNALLEGED", "G-NAMED"], "inReview", {
    changes: ["allege"],
    raises: ["reporter.message"],
  }),
  conflict("S74", "inReview", "conflict.uphold", [V, O], ["G-COI", "G-UNALLEGED", "G-4E"], "clear", {
    changes: ["recuseAlleged"],
    raises: ["rewrap.needed"],
  }),
  conflict("S75", "inReview", "conflict.dismiss", [O], ["G-COI", "G-UNALLEGED", "G-4E", "G-RAT"], "clear", {
    changes: ["dropAllegation"],
  }),
];
const NEW_ROWS: readonly string[] = ["N15", "N16", "N17"];

/** The rows of version 2, in the order of today's. A case went on to another office without a package. */
function rowsOfVersion2(kind: Kind): Row[] {
  return rowsOf(kind)
    .filter(({ id }) => !NEW_ROWS.includes(id))
    .map((row) => OTHER_ROWS.find(({ id }) => id === row.id) ?? row)
    .map((row) => ({ ...row, guards: row.guards.filter((guard) => guard !== "G-HANDOVER") }))
    .map((row) => (row.event === "deadline.missed" ? { ...row, changes: [] } : row));
}

const PROCEDURES = new Map<Kind, Procedure>();

function procedureOfVersion2(kind: Kind): Procedure {
  const known = PROCEDURES.get(kind) ?? buildProcedure(kind, rowsOfVersion2(kind));
  PROCEDURES.set(kind, known);
  return known;
}

const NEW_DUTIES: readonly Duty[] = ["urgencyAgain", "inquiryPlan", "inquiryReview"];

function withoutNewDuties<T>(days: { readonly [duty in Duty]?: T }): { readonly [duty in Duty]?: T } {
  return Object.fromEntries(Object.entries(days).filter(([duty]) => !NEW_DUTIES.includes(duty as Duty)));
}

type Proposals = ContextOfVersion2["proposals"];

/** Version 2 did not say which allegation an answer is about: there was one. A new one ended what was proposed about the last. */
function proposalsOf(proposals: Proposals, { type }: CaseEvent): Proposals {
  const { "conflict.uphold": uphold, "conflict.dismiss": dismiss, ...others } = proposals;
  if (type === "conflict.allege") return others;
  const unnamed = (proposal: NonNullable<typeof uphold>) => {
    const { allegation: _one, ...codes } = proposal.codes;
    return { ...proposal, codes };
  };
  return {
    ...others,
    ...(uphold && { "conflict.uphold": unnamed(uphold) }),
    ...(dismiss && { "conflict.dismiss": unnamed(dismiss) }),
  };
}

function allegedAfter(before: SnapshotOfVersion2, after: CaseSnapshot, event: CaseEvent): ContextOfVersion2["alleged"] {
  const { alleged } = before.context;
  if (event.type === "conflict.allege") return textCode(event.codes, "person") ?? alleged;
  return after.value.conflict === "inReview" ? alleged : null;
}

/** What version 2 remembered of a case that stands like this. */
function asVersion2({ context, ...snapshot }: CaseSnapshot, alleged: string | null, proposals: Proposals) {
  const { startedOn, allegations, allegationCount, disclosures, flaggedAgain, inquiry, ...kept } = context;
  const [since, dues] = [withoutNewDuties(kept.since), withoutNewDuties(kept.dues)];
  return { ...snapshot, version: MIGRATED_VERSION, context: { ...kept, since, dues, proposals, alleged } };
}

/** Starts a case as version 2 did. */
export function startVersion2(start: CaseStart): SnapshotOfVersion2 {
  return asVersion2(startCase(start), null, {});
}

/**
 * Takes one step by the rules of version 2, which no case is moved by any more: it is kept so that the record of a case that began on
 * it can be checked.
 *
 * Shape:  a snapshot and the next one as version 2 wrote them; the effects, without those of clocks that came later.
 * Errors: Refusal with the rule in the way.
 */
export function stepOfVersion2(
  before: SnapshotOfVersion2,
  event: CaseEvent,
): Pick<StepResult, "effects"> & { readonly snapshot: SnapshotOfVersion2 } {
  const { snapshot, effects } = stepOn(procedureOfVersion2(before.kind), migrate(before), event);
  const proposals = proposalsOf(snapshot.context.proposals, event);
  return { snapshot: asVersion2(snapshot, allegedAfter(before, snapshot, event), proposals), effects };
}
