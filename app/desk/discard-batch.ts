import { type ActAnswers, NO_ANSWERS } from "./act-answers";
import type { HeldKey } from "./key-store";
import { get } from "./office-api";
import { forgetCase, openCase } from "./open-case";
import { performAct } from "./perform-act";
import { Problem } from "./problem";
import { proposedItem } from "./proposed-item";
import { readText } from "./read-bodies";
import type { CaseRecord, Desk, EventType, Kind, OpenAct } from "./records";

/** An arrival that is held back, with the proposal to discard it where there is one. */
export type HeldRow = {
  case: string;
  reference: string;
  kind: Kind;
  createdDay: string;
  dueDay: string | null;
  proposal: { by: string; batch: string | null } | null;
};
export type HeldBack = { rows: HeldRow[]; next: string | null; total: number; isFirst: boolean };

/** What became of one case of a batch. `kept` names why it was left as it is. */
export type BatchOutcome =
  | { case: string; result: "done" }
  | { case: string; result: "kept"; why: "notOpen" | "otherWords" | "unreadable" | "refused" };

/** What is done to each case: proposing with these reasons, or approving what was proposed in these very words. */
export type BatchWork =
  | { step: "propose"; batch: string; rationale: string; standards: string[] }
  | { step: "approve"; batch: string; words: string };

type Batch = { desk: Desk; held: HeldKey; work: BatchWork };

const READ_AGAIN = 3;

async function readRecord(caseId: string): Promise<CaseRecord> {
  return get<CaseRecord>(`/api/v1/cases/${caseId}`);
}

function find(record: CaseRecord, event: EventType, answer?: EventType): OpenAct | undefined {
  return record.open.find((act) => act.event === event && act.for === answer);
}

/** The act that this case needs for the work, as the procedure offers it; undefined where it offers none. */
function actFor(record: CaseRecord, { step }: BatchWork): OpenAct | undefined {
  return step === "propose" ? find(record, "act.propose", "quarantine.discard") : find(record, "quarantine.discard");
}

function answersFor(work: BatchWork): ActAnswers {
  if (work.step === "approve") return NO_ANSWERS;
  const { rationale, standards, batch } = work;
  return { ...NO_ANSWERS, rationale, standards, batch };
}

async function perform({ desk, held }: Batch, record: CaseRecord, act: OpenAct, answers: ActAnswers) {
  const opened = await openCase(record, desk, held);
  await performAct({ record, desk, held, opened, act, answers, struck: [] });
}

/** The words in which a case was proposed to be discarded, opened here; null where they cannot be read. */
export async function readProposedWords({ desk, held }: Pick<Batch, "desk" | "held">, record: CaseRecord) {
  const one = proposedItem(record, await openCase(record, desk, held), "quarantine.discard");
  return one?.state === "open" ? readText(one.body) : null;
}

/** The words of a batch, as its first case has them. */
export async function readBatchWords(desk: Desk, held: HeldKey, caseId: string): Promise<string | null> {
  return readProposedWords({ desk, held }, await readRecord(caseId));
}

/** Does the work on one case. Each case has an act, a signature and an entry in its chain of its own. */
async function workOn(batch: Batch, caseId: string): Promise<BatchOutcome> {
  const kept = (why: Extract<BatchOutcome, { result: "kept" }>["why"]): BatchOutcome => ({
    case: caseId,
    result: "kept",
    why,
  });
  const { work } = batch;
  let record = await readRecord(caseId);
  const declare = find(record, "conflict.declareNone");
  const proposal = record.snapshot.context.proposals["quarantine.discard"];
  if (record.state !== "quarantined" || (work.step === "propose" && proposal)) return kept("notOpen");
  if (work.step === "approve") {
    if (proposal?.codes.batch !== work.batch) return kept("notOpen");
    // Whoever approves saw one text. A case that was proposed in other words is looked at by itself.
    const words = await readProposedWords(batch, record);
    if (words === null) return kept("unreadable");
    if (words !== work.words) return kept("otherWords");
  }
  if (declare) {
    await perform(batch, record, declare, NO_ANSWERS);
    record = await readRecord(caseId);
  }
  const act = actFor(record, work);
  if (!act) return kept("notOpen");
  await perform(batch, record, act, answersFor(work));
  forgetCase(record);
  return { case: caseId, result: "done" };
}

/** Somebody else acted on the case in the same moment: it is read again and tried again. */
async function workOnSoon(batch: Batch, caseId: string): Promise<BatchOutcome> {
  for (let nth = 1; ; nth++) {
    try {
      return await workOn(batch, caseId);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status === 409 && nth < READ_AGAIN) continue;
      if (error.status === 422 || error.status === 404 || error.status === 409)
        return { case: caseId, result: "kept", why: "refused" };
      throw error;
    }
  }
}

/**
 * Works through a batch, one case after the other, until it is done or stopped.
 *
 * Shape:  `onOutcome` hears of each case once it is stored. Nothing is kept on the way: what was done is done, and whoever starts
 *         again goes on with what is left, because each case is read anew.
 * Errors: the first fault that is not about one case alone (no answer, signed out, a key that does not fit); what was done stays done.
 */
export async function workThrough(
  batch: Batch,
  cases: readonly string[],
  onOutcome: (outcome: BatchOutcome) => void,
  isStopped: () => boolean,
): Promise<void> {
  for (const caseId of cases) {
    if (isStopped()) return;
    onOutcome(await workOnSoon(batch, caseId));
  }
}
