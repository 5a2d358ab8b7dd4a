import { get } from "./office-api";
import type { Kind, Queue, QueueRow, StateId } from "./records";

/** Cases that can lead, and where the next page starts. */
export type LeadPage = { rows: QueueRow[]; next: string | null };

/** Cases that have ended, are joined themselves or have not been read yet lead nobody. */
const CANNOT_LEAD: readonly StateId[] = ["submitted", "quarantined", "consolidated", "closed", "archived"];

/**
 * One page of the cases of a kind that this person can open and that another case could be joined to.
 *
 * Errors: Problem.
 */
export async function readLeads(caseId: string, kind: Kind, cursor: string | null): Promise<LeadPage> {
  const search = new URLSearchParams({ filter: kind, ...(cursor && { cursor }) });
  const { rows, next } = await get<Queue>(`/api/v1/cases?${search}`);
  return { rows: rows.filter((row) => row.case !== caseId && !CANNOT_LEAD.includes(row.state)), next };
}
