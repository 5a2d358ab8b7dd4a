import { type Body, readCode } from "./read-bodies";

/** A code that an author sealed beside the reasons, with the list that its words stand in. */
export type ReasonCode = { list: string; code: string };

const LISTS: readonly [name: string, list: string][] = [
  ["ground", "grounds"],
  ["outcome", "outcomes"],
  ["withhold", "withhold"],
];

/** Ground, outcome, recommendations and the like; what is not there, or is no code, is left out. */
export function reasonCodes(body: Body): ReasonCode[] {
  const single = LISTS.map(([name, list]) => ({ list, code: readCode(body, name) })).filter(({ code }) => code);
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
  const recommended = isObject && Array.isArray(body.recommendations) ? body.recommendations : [];
  const many = recommended.flatMap((code) => (typeof code === "string" ? [{ list: "recommendations", code }] : []));
  return [...single, ...many];
}

/** The step that the reasons were written for: the one that was proposed, else the one that was taken. */
export function reasonedStep(body: Body): string {
  return readCode(body, "for") || readCode(body, "event");
}
