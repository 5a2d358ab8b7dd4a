import codes from "./core-2/codes.json";
import { type Field, isAnswered, type Kind, type Period, type Row } from "./form";
import { rawText } from "./lines";
import { hasShape, isMonth } from "./shape";

/** Where the published schema of the template lies, below the office's address. */
export const URT_SCHEMA_PATH = "/schema/urt-1.0.json";

/** What an office knows of a report without opening it. */
export type UrtEnvelope = {
  caseRef: string;
  kind: Kind;
  channel?: string;
  receivedMonth?: string;
  lang: string;
  cipherHash?: string;
};

type Value = string | number | boolean | Value[] | { [key: string]: Value };
/** A report in the unified reporting template; its exact shape is the published schema `schema/urt-1.0.json`. */
export type Urt = {
  schema: "urt/1.0";
  form: string;
  policyVersion: { [list: string]: number };
  envelope: UrtEnvelope;
  sealed: { [part: string]: Value };
};

type Written = { form: string; answers: { [field: string]: unknown }; fields: readonly Field[] };

/** Stays at the office that has the reporter's trust: who they are, and how to reach them safely. */
export const NEVER_HANDED_ON: readonly string[] = ["name", "safeContact", "urgentShown"];

/**
 * Writes an opened report in the unified reporting template.
 *
 * Shape: pure; `fields` are those of the form that asked. An answer of another shape or without a place of its own goes
 *        into `other` as text, so that nothing is lost. Files are numbered, because a name can tell who had one.
 * Source: domain notes §4.6; `schema/urt-1.0.json`.
 */
export function toUrt(envelope: UrtEnvelope, { form, answers, fields }: Written): Urt {
  const placed = new Set(NEVER_HANDED_ON);
  /** An answer of the shape that today's form gives it; what is taken here is not said again under `other`. */
  const take = <Shape>(id: string): Shape | undefined => {
    const field = fields.find((one) => one.id === id);
    const answer = answers[id];
    if (!field || !isOfTemplate(field) || !hasShape(field, answer) || !isAnswered(answer)) return undefined;
    placed.add(id);
    return answer as Shape;
  };
  const text = (id: string) => take<string>(id);
  const row = (id: string) => take<Row>(id);
  const rows = (id: string) => (take<Row[]>(id) ?? []).filter(isAnswered);
  const period = take<Period>("when");
  const [decision, loss, retaliation] = [row("decision"), row("loss"), row("retaliation")];
  const sealed = {
    summary: text("summary"),
    urgency: { state: text("urgent"), who: text("urgentWhat") },
    period: period && { from: monthOf(period.from), to: monthOf(period.to), approx: period.about },
    status: text("status"),
    basis: take<string[]>("basis"),
    fewKnow: text("fewKnow"),
    relation: text("relation"),
    items: rows("items").map(({ product, quantity, ...item }) => ({ ...item, name: product, qtyBand: quantity })),
    parties: rows("parties").map((party, index) => ({ ...party, order: index + 1 })),
    destinations: rows("dest").map(({ country }) => country),
    route: rows("route").map(({ country }, index) => ({ country, step: index + 1 })),
    endUse: { stated: text("endUseStated"), observed: text("endUseSeen") },
    licence: licenceOf(row("licence")),
    redFlags: rows("redFlags").map(({ id, note }) => ({ id, note })),
    harms: harmsOf(take<string[]>("harm"), row("affected"), text("rights")),
    grievance: {
      types: take<string[]>("grievance"),
      decision,
      prior: rows("priorSteps"),
      nextDeadline: text("nextDeadline"),
      remedySought: take<string[]>("outcome"),
      remedyText: text("outcomeText"),
      remedialSteps: text("remedialSteps"),
      loss: loss && { ...loss, timeCritical: yesOrNo(loss.timeCritical), sme: yesOrNo(loss.sme) },
      confidentialParts: rows("confidParts"),
    },
    retaliation: retaliation && { ...omit(retaliation, "what"), text: retaliation.what },
    evidence: rows("evidence").map((file, index) => ({
      ...omit(file, "file"),
      id: `E${index + 1}`,
      original: file.original === "original" ? true : file.original === "copy" ? false : undefined,
    })),
    evidenceElsewhere: text("evidenceElse"),
    consents: (take<string[]>("consent") ?? []).map((purpose) => ({ purpose })),
    representation: { ...row("mandate"), ...row("standing") },
    identity: text("identity"),
    believedTrue: take<boolean>("truth"),
    other: [] as { field: string; text: string }[],
  };
  // Said by the parts themselves, or by their absence.
  if (answers.confid === "none" || answers.confid === "some") placed.add("confid");
  sealed.other = Object.entries(answers)
    .filter(([id, answer]) => !placed.has(id) && answer !== "" && answer !== undefined)
    .map(([field, answer]) => ({ field, text: rawText(answer) }));
  return { schema: "urt/1.0", form, policyVersion: listVersions(), envelope, sealed: withoutEmpty(sealed) };
}

/** Older forms asked some of these in free text; those answers have no place in the template. */
function isOfTemplate({ id, type }: Field): boolean {
  const rows = ["items", "parties", "dest", "route", "priorSteps", "confidParts", "redFlags", "evidence"];
  const groups = ["decision", "licence", "affected", "loss", "standing", "mandate", "retaliation"];
  if (rows.includes(id)) return type === "groups" || type === "flags" || type === "files";
  return !groups.includes(id) || type === "group";
}

function licenceOf(licence: Row | undefined) {
  if (!licence) return undefined;
  const { applied, decided, appealBy, ...rest } = licence;
  return { ...rest, dates: { applied, decided, appealBy } };
}

function harmsOf(codes: string[] = [], affected: Row = {}, link: string | undefined) {
  const { group, number, vulnerable, place } = affected;
  return codes.map((code) => ({ code, affectedGroup: group, countBand: number, vulnerable, place, link }));
}

function listVersions(): Urt["policyVersion"] {
  return Object.fromEntries(Object.entries(codes).map(([list, { version }]) => [list, version]));
}

function monthOf(text: string): string | undefined {
  return isMonth(text) ? text : undefined;
}

function yesOrNo(answer: Row[string] | undefined): boolean | undefined {
  return answer === undefined || answer === "" ? undefined : answer === "yes";
}

function omit(row: Row, name: string): Row {
  const { [name]: _, ...rest } = row;
  return rest;
}

/** Leaves out what was not said, down to the last group that holds nothing. */
function withoutEmpty(value: object): { [part: string]: Value } {
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, tidy(part)] as const)
      .filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );
}

function tidy(value: unknown): Value | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (Array.isArray(value)) {
    const kept = value.map(tidy).filter((one) => one !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  if (typeof value !== "object") return value as Value;
  const kept = withoutEmpty(value);
  return Object.keys(kept).length > 0 ? kept : undefined;
}
