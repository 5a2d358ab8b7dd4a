import type { Region } from "~workflows";
import type { Exploration } from "./exploration";

/** Every case from which none of the goals can be reached while the reporter stays away. */
function cutOff({ nodes, edges }: Exploration, isGoal: (key: string) => boolean): string[] {
  const before = new Map<string, string[]>();
  for (const { from, to, byReporter } of edges) if (!byReporter) before.set(to, [...(before.get(to) ?? []), from]);
  const reaching = new Set([...nodes.keys()].filter(isGoal));
  for (const key of reaching) for (const earlier of before.get(key) ?? []) reaching.add(earlier);
  return [...nodes.keys()].filter((key) => !reaching.has(key));
}

/** I3: every case from which the archive cannot be reached while the reporter stays away. */
export function stuckCases(exploration: Exploration): string[] {
  return cutOff(exploration, (key) => exploration.nodes.get(key)?.snapshot.value.procedure === "archived");
}

/** States in which somebody of the office owes something, region by region. */
const OWED: { readonly [region in Region]?: readonly string[] } = {
  statutoryClock: ["ackDue", "ackBreached", "feedbackDue", "feedbackExtended", "feedbackBreached"],
  standing: ["withdrawalRequested"],
  urgency: ["flagged", "acted"],
  evidence: ["integrityIncident"],
  correspondence: ["officeOwes"],
  protection: ["incidentOpen", "measuresActive"],
  conflict: ["inReview"],
  keys: ["rewrapPending", "keyIncident"],
  retention: ["onHold"],
  interim: ["recommended"],
};

/** Every case in which a region waits for the office and the office cannot end that, whatever it does, before the archive. */
export function owedForEver(exploration: Exploration, region: Region): string[] {
  const owes = (key: string) => {
    const value = exploration.nodes.get(key)?.snapshot.value;
    return value !== undefined && OWED[region]?.includes(value[region] ?? "") === true;
  };
  const rests = (key: string) => {
    const value = exploration.nodes.get(key)?.snapshot.value;
    return value?.procedure !== "archived" || region === "retention";
  };
  return cutOff(exploration, (key) => rests(key) && !owes(key)).filter((key) => rests(key) && owes(key));
}
