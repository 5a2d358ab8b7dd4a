/** What a case can be, in the clear. */
export const CASE_KINDS = ["tip", "grievance", "complaint"] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** What a reporter brings. A self-disclosure is known as one only to whoever opens the report. */
export const KINDS = [...CASE_KINDS, "selfDisclosure"] as const;
export type Kind = (typeof KINDS)[number];

/** What the server is told of a kind. */
export function caseKind(kind: Kind): CaseKind {
  return kind === "selfDisclosure" ? "grievance" : kind;
}

/** A span of months as people remember it: "2025" or "2025-03" each, "" where not said. */
export type Period = { from: string; to: string; about: boolean };
/** The answers of one group. A ticked option with a note is a row `{ id, note }`. */
export type Row = { [field: string]: string | string[] | Period };
export type Answer = string | string[] | boolean | Period | Row | Row[];
export type Answers = { [field: string]: Answer };

/** When a field is asked at all: another field was answered, and with one of (or none of) these options. */
export type Condition = { field: string; is?: readonly string[]; isNot?: readonly string[] };

type Asked = { readonly [kind in Kind]?: "required" | "optional" };

/**
 * One question.
 *
 * Shape: `asked` names the kinds that are asked, and whether an answer is needed; a kind that is missing is not asked.
 *        `flags` are options with a note each; `group` is one row of `fields`, `groups` any number, `files` one row for
 *        each file that is sent. A condition inside a group means its neighbour first, then a question of the form.
 *        `warn` lists options that bring a warning with them, `start` an option that is chosen from the start. `menu`
 *        shows one option at a time; `careful` marks words by which a reporter might be known. Words stand in the
 *        catalogue `form.json` under the id.
 * Units: `min` and `max` are characters. Dates are years, months or days, months are years or months.
 */
export type Field = {
  id: string;
  type:
    | "one"
    | "many"
    | "flags"
    | "line"
    | "text"
    | "month"
    | "date"
    | "period"
    | "country"
    | "tick"
    | "group"
    | "groups"
    | "files";
  asked: Asked;
  options?: readonly string[];
  warn?: readonly string[];
  start?: { readonly [kind in Kind]?: string };
  fields?: readonly Field[];
  menu?: boolean;
  careful?: boolean;
  min?: number;
  max?: number;
  shownIf?: Condition;
};

/** Fields that are shown together, as one step. */
export type FormPage = { id: string; fields: readonly Field[] };

/** Two dates, each by its path such as "licence.applied", of which one cannot lie before the other. */
export type DateOrder = { earlier: string; later: string };

/** A form as data. Its id travels with every report, so that an old report is shown with the questions it answered. */
export type Form = { id: string; pages: readonly FormPage[]; dates?: readonly DateOrder[] };

/** Tells what a case can be from any other word. */
export function isCaseKind(value: unknown): value is CaseKind {
  return CASE_KINDS.some((kind) => kind === value);
}

export function isKind(value: unknown): value is Kind {
  return KINDS.some((kind) => kind === value);
}

/** Tells whether anything was answered. A span that is only "about" says nothing. */
export function isAnswered(answer: Answer | undefined): answer is Answer {
  if (answer === undefined || answer === null || answer === false) return false;
  if (typeof answer === "string") return answer.trim() !== "";
  if (typeof answer !== "object") return answer === true;
  return Object.values(answer).some((each) => typeof each !== "boolean" && isAnswered(each as Answer));
}

/**
 * For which kinds a question is asked, written as in the published table: tip/grievance/complaint/self-disclosure,
 * R required, O optional, – not asked.
 */
export function ask(table: `${Mark}/${Mark}/${Mark}/${Mark}`): Asked {
  const marks = table.split("/");
  const known = { R: "required", O: "optional" } as const;
  return Object.fromEntries(
    KINDS.flatMap((kind, index) => {
      const mark = known[marks[index] as keyof typeof known];
      return mark ? [[kind, mark]] : [];
    }),
  );
}
type Mark = "R" | "O" | "–";
