/** The longest answer to an open question, to a detail and to a line, in characters. */
export const STORY = 10_000;
export const LONG = 4000;
export const SHORT = 2000;
export const LINE = 200;

/** Rough amounts: enough to judge by, too coarse to be found by. */
export const PEOPLE_BANDS = ["one", "to10", "to100", "to1000", "more", "unknown"] as const;
export const QUANTITY_BANDS = ["one", "to10", "to100", "more", "service", "unknown"] as const;
