import type { FormNeed } from "~workflows/guards/check";
import type { CaseRecord, OpenAct } from "./records";
import { factorsOf, tierOf } from "./tier-policy";

/** The least number of characters in a text of reasons; whether they are reasons is for the second person to judge. */
export const LEAST_RATIONALE = 200;

/** What an act's form asks for, as it was filled in so far. */
export type ActAnswers = {
  rationale: string;
  standards: string[];
  ground: string | null;
  outcome: string | null;
  message: string;
  notice: string;
  note: string;
  factors: Record<string, number>;
  overrides: string[];
  tier: string | null;
  tierWhy: string;
  minimum: string[];
  person: string | null;
  role: string | null;
};

export const NO_ANSWERS: ActAnswers = {
  rationale: "",
  standards: [],
  ground: null,
  outcome: null,
  message: "",
  notice: "",
  note: "",
  factors: {},
  overrides: [],
  tier: null,
  tierWhy: "",
  minimum: [],
  person: null,
  role: null,
};

/** Something the form still needs: the field, and why. */
export type ActFault = { field: keyof ActAnswers; fault: "missing" | "tooShort" };

const FIELD_OF: Partial<Record<FormNeed, keyof ActAnswers>> = {
  message: "message",
  note: "note",
  notice: "notice",
  rationale: "rationale",
  standards: "standards",
  ground: "ground",
  outcome: "outcome",
  tier: "tier",
  triage: "factors",
  minimum: "minimum",
  person: "person",
  "person:investigator": "person",
};

/** Everything that stands in the way of sending, in the order of the form. `least` is how many minimum contents there are. */
export function findActFaults(act: OpenAct, answers: ActAnswers, kind: CaseRecord["kind"], least: number): ActFault[] {
  const faults: ActFault[] = [];
  for (const need of act.needs) {
    const field = FIELD_OF[need];
    if (!field) continue;
    if (!isFilled(answers[field], field, kind, least)) faults.push({ field, fault: "missing" });
    else if (field === "rationale" && answers.rationale.trim().length < LEAST_RATIONALE)
      faults.push({ field, fault: "tooShort" });
  }
  if (
    act.needs.includes("triage") &&
    answers.tier &&
    !answers.tierWhy.trim() &&
    answers.tier !== tierOf(kind, answers.factors, answers.overrides)
  ) {
    faults.push({ field: "tierWhy", fault: "missing" });
  }
  if (act.needs.includes("person") && act.event === "access.grant" && !answers.role)
    faults.push({ field: "role", fault: "missing" });
  return faults;
}

function isFilled(
  answer: ActAnswers[keyof ActAnswers],
  field: keyof ActAnswers,
  kind: CaseRecord["kind"],
  least: number,
): boolean {
  if (field === "factors")
    return factorsOf(kind).every(({ id }) => typeof (answer as Record<string, number>)[id] === "number");
  if (field === "minimum") return Array.isArray(answer) && answer.length >= least;
  if (Array.isArray(answer)) return answer.length > 0;
  return typeof answer === "string" && answer.trim() !== "";
}
