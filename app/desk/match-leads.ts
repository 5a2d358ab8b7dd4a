import type { HeldKey } from "./key-store";
import { get } from "./office-api";
import { openCase } from "./open-case";
import { rememberTitle } from "./opened-titles";
import type { CaseRecord, Desk, QueueRow } from "./records";
import { summaryOf } from "./summary";

/** Shorter words stand in every report. */
const LEAST_LETTERS = 4;

/** How many of the hint's words a case's report has. */
export type Match = { case: string; words: number };

/**
 * Compares what a reporter says about an earlier report with the reports of cases that this person can open. Each case is
 * fetched sealed and opened on this device; the server learns that it was fetched, and nothing of what is looked for.
 *
 * Shape:  only cases with a word in common, the likeliest first. A case that does not open is passed over.
 */
export async function matchLeads(
  hint: string,
  rows: readonly QueueRow[],
  desk: Pick<Desk, "office" | "directory">,
  held: HeldKey,
  onCase: (done: number) => void,
): Promise<Match[]> {
  const wanted = wordsOf(hint);
  const found: Match[] = [];
  for (const [index, row] of rows.entries()) {
    const summary = await readSummary(row.case, desk, held).catch(() => "");
    if (summary) rememberTitle(row.case, summary);
    const words = [...wordsOf(summary)].filter((word) => wanted.has(word)).length;
    if (words > 0) found.push({ case: row.case, words });
    onCase(index + 1);
  }
  return found.sort((a, b) => b.words - a.words);
}

async function readSummary(caseId: string, desk: Pick<Desk, "office" | "directory">, held: HeldKey): Promise<string> {
  const record = await get<CaseRecord>(`/api/v1/cases/${caseId}`);
  return summaryOf(await openCase(record, desk, held));
}

/** The telling words of a text, in one form and case. */
export function wordsOf(text: string): Set<string> {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= LEAST_LETTERS));
}
