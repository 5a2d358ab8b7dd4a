import { type Answer, type Answers, isAnswered, type Kind } from "~/forms/form";
import type { PickedFile } from "../files/picked-file";

/** What was typed so far. It lives in the page's memory and nowhere else. */
export type Draft = {
  kind: Kind | null;
  /** Whether the report is about somebody in this office; null until it was said. */
  concernsOffice: boolean | null;
  /** People whom the reporter keeps out. */
  struck: Set<string>;
  /** People whose key cannot be used and whom the reporter agreed to go on without. Not sent. */
  leftOut: Set<string>;
  answers: Answers;
  files: PickedFile[];
  /** Steps that were seen, by name; the map leads back and forth among them. */
  seen: Set<string>;
};

export function newDraft(kind: Kind | null): Draft {
  return {
    kind,
    concernsOffice: null,
    struck: new Set(),
    leftOut: new Set(),
    answers: {},
    files: [],
    seen: new Set(),
  };
}

/** Keeps an answer. A kind's default is kept too, so that what the page shows is what is sent. */
export function keepAnswer(draft: Draft, field: string, answer: Answer): void {
  draft.answers[field] = answer;
}

/** Tells whether leaving the page would lose something that was typed or picked. */
export function hasContent(draft: Draft): boolean {
  return draft.files.length > 0 || Object.values(draft.answers).some(isAnswered);
}

/** People who must not be able to open this report. */
export function keptOut(draft: Draft): Set<string> {
  const struck = draft.concernsOffice ? draft.struck : [];
  return new Set([...struck, ...draft.leftOut]);
}

/** Empties the draft once it has been delivered: nothing that was typed stays behind. */
export function forget(draft: Draft): void {
  draft.answers = {};
  draft.files = [];
  draft.struck.clear();
}
