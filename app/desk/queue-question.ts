/** The filters of the queue, as they stand in the address. */
export const QUEUE_FILTERS = ["mine", "overdue", "waiting", "tip", "grievance", "complaint"] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

/** What a queue address asks for; anything unknown means the whole queue from its start. */
export function readQueueQuestion(search: URLSearchParams): { filter: QueueFilter; cursor: string | null } {
  const asked = search.get("filter");
  const cursor = search.get("after");
  return {
    filter: QUEUE_FILTERS.find((filter) => filter === asked) ?? "mine",
    cursor: cursor && /^\d{4}-\d\d-\d\d [0-9a-f]{32}$/.test(cursor) ? cursor : null,
  };
}

/** The address of a queue page. */
export function queueAddress(filter: QueueFilter, after: string | null = null): string {
  const search = new URLSearchParams();
  if (filter !== "mine") search.set("filter", filter);
  if (after) search.set("after", after);
  const text = search.toString();
  return text ? `/desk?${text}` : "/desk";
}
