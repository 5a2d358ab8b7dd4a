import { type CaseSnapshot, type EventType, type Kind, PUBLISHED_LIMITS_VERSION, startCase } from "~workflows";
import { DAY, type Name, PEOPLE, type Told, tell } from "./cast";

const DECLARING: readonly Name[] = [
  "tess",
  "tom",
  "ida",
  "omar",
  "vera",
  "vic",
  "many",
  "struck",
  "lena",
  "fay",
  "fox",
  "finn",
];

/** A case just arrived, in which everyone but the newcomer has declared that they have no conflict. */
export function declaredCase(kind: Kind, day = DAY): CaseSnapshot {
  const start = startCase({ kind, day, channel: "browser", policy: PUBLISHED_LIMITS_VERSION, urgent: false });
  return tell(
    start,
    DECLARING.map((who): Told => ["conflict.declareNone", who, { day }]),
  ).snapshot;
}

const STRUCK = { codes: { recused: [PEOPLE.struck.person] } };

/** The main path up to the decision, one act after the other. */
export function mainPath(kind: Kind): readonly Told[] {
  const admission: Record<Kind, Told[]> = {
    tip: [["triage.admit", "tess"]],
    grievance: [["admissibility.admit", "tess"]],
    complaint: [
      ["assessment.submit", "tess"],
      ["review.approve", "vera"],
    ],
  };
  const hearing: Told[] = [
    ["evidence.seal", "ida"],
    ...(kind === "complaint" ? [["text.attestSafe", "vic"] as Told] : []),
    ...(kind === "tip" ? [] : [["provisional.issue", "ida"] as Told]),
  ];
  const decision: Record<Kind, Told[]> = {
    tip: [["decision.issue", "omar"]],
    grievance: [["decision.issue", "omar"]],
    complaint: [
      ["decision.issue", "omar"],
      ["act.propose", "omar", { codes: { for: "statement.publish" } }],
      ["statement.publish", "vera"],
    ],
  };
  return [
    ["case.register", "system"],
    ["case.acknowledge", "tess", STRUCK],
    ["triage.setTier", "tess"],
    ...admission[kind],
    ["investigator.assign", "omar"],
    ...hearing,
    ["findings.submit", "ida"],
    ["review.approve", "vera"],
    ...decision[kind],
    ["case.close", "omar"],
  ];
}

/** The case after the main path up to and including the given event. */
export function caseAfter(kind: Kind, until: EventType | null): CaseSnapshot {
  const path = mainPath(kind);
  const end = path.findLastIndex(([event]) => event === until) + 1;
  return tell(declaredCase(kind), path.slice(0, end)).snapshot;
}
