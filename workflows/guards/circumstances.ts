import type { Guard } from "./check";

// What has to be the case for a region to follow where another one led. A person who takes the same step needs none of these.

/** The message brought files. */
export const G_FILES: Guard = [
  { rule: "noMessage", holds: (_context, { facts }) => facts.items.some(({ kind }) => kind === "file") },
];

/** The reporter's step brought words, so an answer is owed. */
export const G_WORDS: Guard = [
  {
    rule: "noMessage",
    holds: (_context, { role, facts }) =>
      role === "reporter" &&
      facts.items.some(({ compartment }) => compartment === "correspondence" || compartment === "bare"),
  },
];

/** The reporter said that somebody's life, liberty or safety is at risk within days. */
export const G_URGENT: Guard = [{ rule: "notDue", holds: ({ urgent }) => urgent }];

/** A case of the highest tier is not deleted by the clock: two people have to lift the hold. */
export const G_T1: Guard = [{ rule: "noTier", holds: ({ tier }) => tier === "T1" }];

/** The case is in the archive. */
export const G_ARCHIVED: Guard = [{ rule: "archivedCase", holds: ({ at }) => at.procedure === "archived" }];
