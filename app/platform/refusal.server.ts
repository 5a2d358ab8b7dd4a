import { asProblem, Problem } from "./problems.server";

/** What a page without scripts shows of a refusal. */
export interface Refused {
  status: number;
  title: string;
  /** Which rule stood in the way, for the page's own words; "other" where none is named. */
  rule: string;
}

/** The refusal behind an error, by the one table from errors to answers; an unknown error leaves only its reference. */
export function refusalOf(error: unknown): Refused {
  if (error instanceof Problem) {
    const { rule } = error.facts;
    return { status: error.status, title: error.title, rule: typeof rule === "string" ? rule : "other" };
  }
  return { status: asProblem(error).status, title: "", rule: "other" };
}
