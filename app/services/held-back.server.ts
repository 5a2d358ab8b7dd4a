import { database } from "~/platform/database.server";
import { notFound } from "~/platform/problems.server";
import { isInside } from "./case-scope.server";
import { findSnapshot } from "./procedure.server";
import type { SignedInPerson } from "./sign-in.server";

/** One page of what is held back: as many as a person looks through in one go. */
export const PAGE_ROWS = 200;

/** A proposal to discard, as a list needs it: who made it, and the batch that it belongs to. */
function proposalOf(stored: string): { by: string; batch: string | null } | null {
  const proposal = findSnapshot(stored)?.context.proposals["quarantine.discard"];
  if (!proposal) return null;
  const { batch } = proposal.codes;
  return { by: proposal.by, batch: typeof batch === "string" ? batch : null };
}

/**
 * The arrivals in quarantine that an intake officer is on, in the order of their queue.
 *
 * Shape:  by key: `next` is the place after which the next page begins. Whoever is recused from a case does not find it here.
 * Errors: Problem 404 for anybody who is no intake officer.
 */
export async function readHeldBack(me: SignedInPerson, cursor: string | null) {
  if (!me.roles.includes("intake")) throw notFound();
  const rows = await database().access.findMany({
    where: {
      personId: me.id,
      scope: "case",
      case: { state: "quarantined" },
      ...(cursor ? { sort: { gt: cursor } } : {}),
    },
    orderBy: { sort: "asc" },
    take: PAGE_ROWS + 1,
    select: {
      sort: true,
      case: { select: { id: true, reference: true, kind: true, createdDay: true, dueDay: true, snapshot: true } },
    },
  });
  const page = rows.slice(0, PAGE_ROWS);
  return {
    rows: page.map(({ case: { id, snapshot, ...row } }) => ({ case: id, ...row, proposal: proposalOf(snapshot) })),
    next: rows.length > PAGE_ROWS ? (page.at(-1)?.sort ?? null) : null,
    total: await database().case.count({ where: { state: "quarantined", accesses: isInside(me.id) } }),
  };
}
