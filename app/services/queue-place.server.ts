/** Reminders are the clock's own; what stands in a queue is what somebody owes. */
export const OWED = { duty: { notIn: ["reminder5", "reminder6", "reminder80"] } };

/** Queues are read in this order: what is due first comes first. */
export function sortKey(dueDay: string | null, caseId: string): string {
  return `${dueDay ?? "9999-12-31"} ${caseId}`;
}

/** States in which somebody outside the office has the next word. */
const WAITING: readonly string[] = [
  "awaitingInfo",
  "suspendedSubJudice",
  "coordination",
  "referralInProgress",
  "referredMonitoring",
  "consolidated",
  "fairComment",
  "agencyReply",
  "observations",
  "respondentReply",
  "endUseCheckPending",
  "goodOfficesOffered",
  "solutionPending",
  "recommendationIssued",
];

/** How a case stands in a queue: it waits for the reporter, it rests, or the office has to act. */
export function standingOf(state: string): "open" | "waiting" | "resting" {
  if (WAITING.includes(state)) return "waiting";
  return state === "closed" || state === "archived" ? "resting" : "open";
}
