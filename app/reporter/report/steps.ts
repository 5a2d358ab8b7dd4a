import { type FormPage, isAnswered, pagesFor, visibleFields } from "~/forms";
import type { Draft } from "./draft";

export type Step = { id: "kind" | "people" | "review" } | { id: "page"; page: FormPage };

/** The steps of a report, one thing at a time. Before a kind is chosen, nobody knows what comes after it. */
export function stepsOf({ kind }: Draft): Step[] {
  if (!kind) return [{ id: "kind" }];
  const pages = pagesFor(kind).map((page): Step => ({ id: "page", page }));
  return [{ id: "kind" }, { id: "people" }, ...pages, { id: "review" }];
}

/** The fields of one page that are asked now, in order. */
export function fieldsShown(draft: Draft, page: FormPage) {
  if (!draft.kind) return [];
  const ids = new Set(page.fields.map(({ id }) => id));
  return visibleFields(draft.kind, draft.answers).filter(({ id }) => ids.has(id));
}

/** Tells whether a page holds at least one answer, for the review. */
export function isPageAnswered(draft: Draft, page: FormPage): boolean {
  return fieldsShown(draft, page).some(({ id }) => isAnswered(draft.answers[id]));
}
