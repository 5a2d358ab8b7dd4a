import type { ActAnswers } from "./act-answers";

/**
 * What was typed into an act's form and not yet sent. It stays in page memory while the key is locked, so that a break
 * costs nobody a page of reasons, but nothing shows it before the key is unlocked again.
 */
const drafts = new Map<string, ActAnswers>();

/** The draft for one act of one case, if any; `act` is its `actKey`. */
export function readDraft(caseId: string, act: string): ActAnswers | null {
  return drafts.get(`${caseId} ${act}`) ?? null;
}

/** Keeps what was typed so far. */
export function keepDraft(caseId: string, act: string, answers: ActAnswers) {
  drafts.set(`${caseId} ${act}`, answers);
}

/** Forgets one draft, because it was sent or thrown away. */
export function dropDraft(caseId: string, act: string) {
  drafts.delete(`${caseId} ${act}`);
}

/** Forgets all drafts, when somebody signs out. */
export function forgetDrafts() {
  drafts.clear();
}
