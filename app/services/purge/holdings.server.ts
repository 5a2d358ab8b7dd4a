import { database } from "~/platform/database.server";

/** What a purge of one case would destroy. `bytes` is at most: sealed items are counted by their size bucket. */
export interface Holdings {
  items: number;
  parts: number;
  bytes: number;
  /** Compartments, each with a key of its own. */
  keys: number;
  /** Copies of those keys, one for each person who can open the compartment. */
  wraps: number;
}

const KIB = 1024;

/** Counts, for these cases, what a purge would destroy. Four questions, however many cases. */
export async function holdingsOf(caseIds: readonly string[]): Promise<(caseId: string) => Holdings> {
  const db = database();
  const among = { where: { caseId: { in: [...caseIds] } }, _count: { _all: true as const } };
  const [items, parts, keys, wraps] = await Promise.all([
    db.item.groupBy({ by: ["caseId"], ...among, _sum: { sizeBucket: true } }),
    db.part.groupBy({ by: ["caseId"], ...among, _sum: { size: true } }),
    db.compartment.groupBy({ by: ["caseId"], ...among }),
    db.wrap.groupBy({ by: ["caseId"], ...among }),
  ]);
  return (caseId) => {
    const of = <Row extends { caseId: string }>(rows: Row[]) => rows.find((row) => row.caseId === caseId);
    return {
      items: of(items)?._count._all ?? 0,
      parts: of(parts)?._count._all ?? 0,
      bytes: (of(items)?._sum.sizeBucket ?? 0) * KIB + (of(parts)?._sum.size ?? 0),
      keys: of(keys)?._count._all ?? 0,
      wraps: of(wraps)?._count._all ?? 0,
    };
  };
}
