import { isReviewReason } from "../codes";
import { newFactsWindowEnd, reviewWindowEnd } from "../duties";
import type { Guard } from "./check";

/** A review can be asked for until the window ends: sixty days, or twelve months where new facts came up. */
export const G_WIN: Guard = [
  {
    rule: "windowOver",
    holds: (context, { facts }) => facts.day <= (newFactsWindowEnd(context) ?? ""),
  },
  { rule: "noReason", need: () => "reason", holds: (_context, { codes }) => isReviewReason(codes.reason) },
  {
    rule: "windowOver",
    need: () => "reason",
    holds: (context, { codes, facts }) => codes.reason === "newFacts" || facts.day <= (reviewWindowEnd(context) ?? ""),
  },
];

/** No review can be asked for any more, not even for new facts. */
export const G_WINOVER: Guard = [
  {
    rule: "windowOpen",
    holds: (context, { facts }) => context.closedDay !== null && facts.day > (newFactsWindowEnd(context) ?? ""),
  },
];

/** Once for each decision. */
export const G_ONCE: Guard = [{ rule: "alreadyUsed", holds: ({ used }, { type }) => !used.includes(type) }];
