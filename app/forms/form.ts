/** What a reporter brings. */
export const KINDS = ["tip", "grievance", "complaint"] as const;
export type Kind = (typeof KINDS)[number];

/** A span of months as people remember it: "2025" or "2025-03" each, "" where not said. */
export type Period = { from: string; to: string; about: boolean };
export type Answer = string | string[] | boolean | Period;
export type Answers = { [field: string]: Answer };

/** When a field is asked at all: another field was answered, and with one of (or none of) these options. */
export type Condition = { field: string; is?: readonly string[]; isNot?: readonly string[] };

/**
 * One question.
 *
 * Shape: `asked` names the kinds that are asked, and whether an answer is needed; a kind that is missing is not asked.
 *        `warn` lists options that bring a warning with them. Words stand in the catalogue `form.json` under the id.
 * Units: `min` and `max` are characters.
 */
export type Field = {
  id: string;
  type: "one" | "many" | "line" | "text" | "period" | "tick";
  asked: { readonly [kind in Kind]?: "required" | "optional" };
  options?: readonly string[];
  warn?: readonly string[];
  min?: number;
  max?: number;
  shownIf?: Condition;
};

/** Fields that are shown together, as one step. */
export type FormPage = { id: string; fields: readonly Field[] };

/** A form as data. Its id travels with every report, so that an old report is shown with the questions it answered. */
export type Form = { id: string; pages: readonly FormPage[] };

export function isKind(value: unknown): value is Kind {
  return KINDS.some((kind) => kind === value);
}

/** Tells whether anything was answered. */
export function isAnswered(answer: Answer | undefined): answer is Answer {
  if (answer === undefined || answer === false) return false;
  if (typeof answer === "string") return answer.trim() !== "";
  if (Array.isArray(answer)) return answer.length > 0;
  return answer === true || answer.from !== "" || answer.to !== "";
}
