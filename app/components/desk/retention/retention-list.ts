/** What a purge of one case would destroy; `bytes` is at most. */
export type Holdings = { items: number; parts: number; bytes: number; keys: number; wraps: number };

/** One case that is due for purging, or is held back from it. */
export type RetentionRow = {
  case: string;
  reference: string;
  kind: string;
  day: string;
  stops: ("hold" | "protection" | "notScheduled")[];
  holdings: Holdings;
};

/** The dry run as the page reads it. */
export type RetentionList = {
  today: string;
  until: string;
  rows: RetentionRow[];
  next: string | null;
  others: number;
  purged: { quarter: string; counts: Record<string, number> }[];
};
