import type { Act } from "~crypto/acts";

/** What an act says in codes, sorted by how it is put into words. `paths` are where the words for a code can stand. */
export type ActTerms = {
  plain: string[];
  coded: { paths: string[]; value: string }[];
  standards: string[];
  person: string | null;
  struck: number;
  attested: number;
  until: string | null;
  /** The first characters of the digest of what was handed to another office. */
  package: string | null;
  next: string | null;
};

/** Codes that stand in a published list, with the places of their words. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  ground: ["grounds"],
  outcome: ["outcomes"],
  result: ["results"],
  implementation: ["implementation"],
  withhold: ["withhold"],
  purpose: ["purposes"],
  recommendations: ["recommendations"],
  // Why a report is held back, why its reporter asks for a review, or why somebody can no longer read the case.
  reason: ["quarantineReasons", "reviewReasons", "keyReasons"],
  duty: ["duties"],
  for: ["events"],
  handed: ["handed"],
};

/** Codes that are their own words. */
const PLAIN = ["tier", "policy"];

/** Reads the codes of an act that somebody else wrote: each is looked at before it is used. */
export function termsOf(codes: Act["codes"]): ActTerms {
  const text = (name: string) => (typeof codes[name] === "string" ? codes[name] : null);
  const list = (name: string) => {
    const value = codes[name];
    return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
  };
  const day = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text(name) ?? "") ? text(name) : null);
  return {
    plain: PLAIN.flatMap((name) => text(name) ?? []),
    coded: Object.entries(LISTS).flatMap(([name, words]) =>
      [text(name) ?? [], list(name)].flat().map((value) => ({
        paths: words.flatMap((place) => [`${place}.${value}.label`, `${place}.${value}`]),
        value,
      })),
    ),
    standards: list("standards"),
    person: text("person"),
    struck: list("recused").length,
    attested: list("attest").length,
    package: /^[0-9a-f]{64}$/.test(text("package") ?? "") ? (text("package")?.slice(0, 16) ?? null) : null,
    until: day("until"),
    next: day("next"),
  };
}
