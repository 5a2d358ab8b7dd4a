import { type FormPage, pagesFor, visibleFields } from "~/forms";
import type { Draft } from "./draft";

export type Step = { id: "kind" | "people" | "review" } | { id: "page"; page: FormPage };

/** The steps of a report, one thing at a time. Before a kind is chosen, nobody knows what comes after it. */
export function stepsOf({ kind }: Draft): Step[] {
  if (!kind) return [{ id: "kind" }];
  const pages = pagesFor(kind).map((page): Step => ({ id: "page", page }));
  return [{ id: "kind" }, { id: "people" }, ...pages, { id: "review" }];
}

/** A step's own name: "people", "story". */
export function nameOf(step: Step): string {
  return step.id === "page" ? step.page.id : step.id;
}

/** The fields of one page that are asked now, in order. */
export function fieldsShown(draft: Draft, page: FormPage) {
  if (!draft.kind) return [];
  const ids = new Set(page.fields.map(({ id }) => id));
  return visibleFields(draft.kind, draft.answers).filter(({ id }) => ids.has(id));
}
