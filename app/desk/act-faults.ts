import type { FormNeed } from "~workflows/guards/check";
import { publishes } from "~workflows/publications";
import type { ActAnswers } from "./act-answers";
import { attestationsOf, LEGAL_DUTY, mayRecommendNothing, needsOf } from "./act-needs";
import { faultOfText } from "./public-text";
import type { CaseRecord, OpenAct } from "./records";
import { factorsOf, tierOf, type Weights } from "./tier-policy";

/** The least number of characters in a text of reasons; whether they are reasons is for the second person to judge. */
export const LEAST_RATIONALE = 200;
/** Bytes of a file that an officer adds: it travels in parts, but from an office's own line. */
export const MOST_FILE_BYTES = 64 * 1024 * 1024;
/** How many files go with one message. */
export const MOST_FILES = 20;

/** Something the form still needs: the field, why, and for an attestation which one. */
export type ActFault = {
  field: keyof ActAnswers;
  fault: "missing" | "tooShort" | "tooLong" | "tooLarge" | "tooMany" | "hidden";
  code?: string;
};

const FIELD_OF: Partial<Record<FormNeed, keyof ActAnswers>> = {
  message: "message",
  note: "note",
  package: "package",
  handover: "handover",
  answer: "answer",
  notice: "notice",
  rationale: "rationale",
  standards: "standards",
  ground: "ground",
  outcome: "outcome",
  recommendations: "recommendations",
  tier: "tier",
  triage: "factors",
  minimum: "minimum",
  person: "person",
  "person:investigator": "person",
  "person:liaison": "person",
  alleged: "alleged",
  allegation: "allegation",
  people: "people",
  lead: "lead",
  purpose: "purpose",
  result: "result",
  implementation: "implementation",
  withhold: "withhold",
};

/**
 * Everything that stands in the way of sending, in the order of the needs.
 *
 * Shape: `least` is how many minimum contents there are; `weights` are those of the office's own policy, else the published ones.
 */
export function findActFaults(
  act: OpenAct,
  answers: ActAnswers,
  kind: CaseRecord["kind"],
  least: number,
  weights?: Weights,
): ActFault[] {
  const faults: ActFault[] = [];
  for (const need of needsOf(act, answers)) {
    const field = FIELD_OF[need];
    if (!field || (field === "recommendations" && mayRecommendNothing(kind, act.event))) continue;
    if (!isFilled(answers[field], field, kind, least)) faults.push({ field, fault: "missing" });
    else if (field === "rationale" && answers.rationale.trim().length < LEAST_RATIONALE)
      faults.push({ field, fault: "tooShort" });
  }
  return [
    ...faults,
    ...findMissingAttestations(act, answers),
    ...findFileFaults(act, answers),
    ...findTextFaults(act, answers),
    ...findRest(act, answers, kind, weights),
  ];
}

function findMissingAttestations(act: OpenAct, { attest }: ActAnswers): ActFault[] {
  const asked = [...attestationsOf(act), ...(act.needs.includes("consent") ? [LEGAL_DUTY] : [])];
  return asked.filter((code) => !attest.includes(code)).map((code) => ({ field: "attest", fault: "missing", code }));
}

function findFileFaults({ needs }: OpenAct, { file, note, attached }: ActAnswers): ActFault[] {
  if (attached.some(({ size }) => size > MOST_FILE_BYTES)) return [{ field: "attached", fault: "tooLarge" }];
  if (attached.length > MOST_FILES) return [{ field: "attached", fault: "tooMany" }];
  if (!needs.includes("files")) return [];
  if (!file && !note.trim()) return [{ field: "file", fault: "missing" }];
  return file && file.size > MOST_FILE_BYTES ? [{ field: "file", fault: "tooLarge" }] : [];
}

/** A text that is to be published is checked where it is written; whoever publishes it changes nothing. */
function findTextFaults({ event, needs }: OpenAct, { statement }: ActAnswers): ActFault[] {
  const fault = needs.includes("statement") && !publishes(event) ? faultOfText(statement) : null;
  return fault ? [{ field: "statement", fault }] : [];
}

/** What one answer asks of another: a tier that is not the policy's needs its reason, a grant its role. */
function findRest(
  { event, needs }: OpenAct,
  answers: ActAnswers,
  kind: CaseRecord["kind"],
  weights?: Weights,
): ActFault[] {
  const { tier, tierWhy, factors, overrides, role } = answers;
  const faults: ActFault[] = [];
  if (needs.includes("triage") && tier && !tierWhy.trim() && tier !== tierOf(kind, factors, overrides, weights))
    faults.push({ field: "tierWhy", fault: "missing" });
  if (needs.includes("person") && event === "access.grant" && !role) faults.push({ field: "role", fault: "missing" });
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
  if (field === "handover") return (answer as ActAnswers["handover"]).made !== null;
  if (field === "minimum") return Array.isArray(answer) && answer.length >= least;
  if (Array.isArray(answer)) return answer.length > 0;
  return typeof answer === "string" && answer.trim() !== "";
}
