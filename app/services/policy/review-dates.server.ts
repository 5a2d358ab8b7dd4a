import type { Day } from "~workflows";
import { addDays } from "~workflows/days";
import { POLICIES, type PolicyObject } from "~workflows/policy";

/** So long before its date a policy is said to be due for review. */
const NOTICE_DAYS = 60;

export type ReviewState = "inDate" | "dueSoon" | "past";

/** How a policy stands on a day. The review date itself is still in date. */
export function reviewState({ reviewBy }: Pick<PolicyObject, "reviewBy">, today: Day): ReviewState {
  if (reviewBy < today) return "past";
  return reviewBy <= addDays(today, NOTICE_DAYS) ? "dueSoon" : "inDate";
}

/**
 * The policies whose review date has passed; the longest overdue first. They stay in force, and everybody is told.
 */
export function overduePolicies(today: Day): PolicyObject[] {
  return POLICIES.filter((policy) => reviewState(policy, today) === "past").sort((a, b) =>
    a.reviewBy.localeCompare(b.reviewBy),
  );
}
