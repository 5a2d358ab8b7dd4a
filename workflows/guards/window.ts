import { isReviewReason } from "../codes";
import { newFactsWindowEnd, reviewWindowEnd } from "../deadlines";
import type { Guard } from "./check";

/** A review can be asked for until the window ends: sixty days, or twelve months where new facts came up. */
export const G_WIN: Guard = [
  {
    rule: "windowOver",
    holds: ({ closedDay }, { facts }) => closedDay !== null && facts.day <= newFactsWindowEnd(closedDay),
  },
  { rule: "noReason", need: () => "reason", holds: (_context, { codes }) => isReviewReason(codes.reason) },
  {
    rule: "windowOver",
    need: () => "reason",
    holds: ({ closedDay }, { codes, facts }) =>
      codes.reason === "newFacts" || (closedDay !== null && facts.day <= reviewWindowEnd(closedDay)),
  },
];

/** No review can be asked for any more, not even for new facts. */
export const G_WINOVER: Guard = [
  {
    rule: "windowOpen",
    holds: ({ closedDay }, { facts }) => closedDay !== null && facts.day > newFactsWindowEnd(closedDay),
  },
];

/** One review for each decision. */
export const G_ONCE: Guard = [{ rule: "alreadyUsed", holds: ({ reviewUsed }) => !reviewUsed }];
