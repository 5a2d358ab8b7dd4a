import { DEVIATIONS, type Deviation } from "../../test/workflows/support/deviations";
import { REGIONS_AND_RULES } from "./region-differences";

/** A place where the machines differ from the first draft of the procedure. */
export type Difference = {
  /** The row of the tables, or the region or rule that is meant. */
  readonly row: string;
  readonly what: string;
  readonly why: string;
};

const LETTERS: Readonly<Record<string, string>> = { intake: "T", investigator: "I" };

/** Says in words what a deviation says for the test: "guards + G-COI" is "also asks for G-COI". */
function inWords(what: string): string {
  if (what.startsWith("new in ")) return `new: \`${what.split(" | ")[2]}\``;
  const [field = "", sign = "", ...names] = what.split(" ");
  const list = names.map((name) => LETTERS[name] ?? name).join(", ");
  switch (`${field} ${sign}`) {
    case "guards +":
      return `also asks for ${list}`;
    case "guards -":
      return `does not ask for ${list}`;
    case "by +":
      return `also by ${list}`;
    case "from +":
      return `also from ${list}`;
    case "from -":
      return `not from ${list}`;
    default:
      return field === "to" ? `leads to ${sign}` : what;
  }
}

function inLine({ row, what, why }: Deviation): Difference {
  const ids = row.split(" ");
  return { row: `${ids.length > 1 ? "rows" : "row"} ${ids.join(", ")}`, what: inWords(what), why };
}

/**
 * Where the draft left something open or contradicted itself, and what the machines do instead.
 *
 * Source: for rows, the list that the test of the tables holds to be complete; for regions and rules, by hand.
 */
export const DIFFERENCES: readonly Difference[] = [...REGIONS_AND_RULES, ...DEVIATIONS.map(inLine)];
