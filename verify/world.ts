import type { Act } from "../crypto/acts";
import {
  type CaseContext,
  type Effect,
  type Facts,
  type ItemFact,
  publishes,
  SATURDAY_SUNDAY,
  type step,
} from "../workflows";
import type { CaseExport } from "./case-export";
import { type Certified, holdsOn } from "./directory";
import { isPersons, keysOf, type PlacedAct, statementOf } from "./read-acts";
import { CannotTell } from "./read-export";

export type Event = Parameters<typeof step>[1];

/** What the service knew when an act came, as far as an export can say it; `follow` moves it on by what the act did. */
export type World = {
  factsFor(act: Act, snapshot: { readonly context: Pick<CaseContext, "policy" | "lead" | "proposals"> }): Facts;
  follow(effects: readonly Effect[]): void;
};

/**
 * Rebuilds the facts of a case's acts from its export.
 *
 * Shape: proven are day, codes, roles and what each act brought. Who held keys is inferred: the first holders are those who hold
 *        keys or acted without ever having been put on the case; from there the acts' own effects decide.
 */
export function startWorld(file: CaseExport, acts: readonly PlacedAct[], certified: Certified): World {
  const access = firstHolders(file, acts);
  const keys = trackKeys(file, acts);
  const itemFact = itemFacts(file);
  const policies = new Map(file.policies.map(({ version, limits }) => [version, limits]));
  const custodians = custodiansOf(file, acts);
  return {
    factsFor(act, { context }) {
      const { day, codes, itemDigests } = act;
      keys.bring(act);
      const version = act.event === "policy.rebase" ? String(codes.policy) : context.policy;
      const limits = policies.get(version);
      if (!limits) throw new CannotTell(`the deadlines ${version} are not in the file`);
      const lead = typeof codes.lead === "string" ? codes.lead : context.lead;
      const other = { isConsolidated: false, isClosed: false, leadsOthers: false };
      return {
        day,
        items: itemDigests.map((digest) => itemFact(act, digest, access.size)),
        directory: [...certified].flatMap(([person, lines]) => {
          const roles = lines.filter((line) => holdsOn(line, day)).flatMap((line) => line.roles);
          return roles.length > 0 ? [{ person, roles }] : [];
        }),
        access: [...access],
        validRecipientKeys: access.size,
        custodians,
        limits,
        holidays: file.holidays,
        weekend: file.weekend ?? SATURDAY_SUNDAY,
        staleKeys: keys.isStale(),
        published: publishes(act.event) ? statementOf(act) : null,
        bindsTexts: statementOf(act) !== null || isTextProposed(act, context),
        lead: lead === null ? null : { ...other, isSelf: lead === file.case.id },
      };
    },
    follow(effects) {
      for (const effect of effects) {
        if (effect.type === "assign" || effect.type === "grant") access.add(effect.person);
        const isOut = (effect.type === "recuse" || effect.type === "revoke") && access.delete(effect.person);
        if (isOut || effect.type === "renewKeys") keys.age();
      }
    },
  };
}

/**
 * Whether what an act publishes was proposed with its text. A proposal without one is older than the rule: it is read as it
 * stands, and so is its answer.
 */
function isTextProposed({ event }: Act, { proposals }: Pick<CaseContext, "proposals">): boolean {
  return publishes(event) && typeof proposals[event]?.codes.statement === "string";
}

/** How the service describes what an act brings. */
function itemFacts({ items, compartments }: CaseExport) {
  const stored = new Map(items.map((item) => [item.digest, item]));
  const types = new Map(compartments.map(({ id, type }) => [id, type]));
  return (act: Act, digest: string, recipients: number): ItemFact => {
    const item = stored.get(digest);
    const signedBy = isPersons(act) ? act.actor : null;
    const kind = item?.kind ?? "";
    const compartment = (types.get(item?.compartment ?? "") ?? "bare") as ItemFact["compartment"];
    return { digest, kind, compartment, signedBy, recipients };
  };
}

/** Keys of these compartments are renewed when somebody loses access; nothing more is written to the others by the office. */
const RENEWABLE = ["correspondence", "deliberation", "respondent"];

/** Which keys exist, and which wait to be renewed. Every key that the office makes is named in the act that brings it. */
function trackKeys({ compartments }: CaseExport, acts: readonly PlacedAct[]) {
  const types = new Map(compartments.map(({ fingerprint, type }) => [fingerprint, type]));
  const made = new Set(acts.flatMap(({ act }) => keysOf(act)));
  const present = new Set(compartments.flatMap(({ fingerprint, type }) => (made.has(fingerprint) ? [] : [type])));
  const stale = new Set<string>();
  return {
    bring(act: Act) {
      for (const key of keysOf(act)) {
        const type = types.get(key) ?? "";
        present.add(type);
        stale.delete(type);
      }
    },
    age() {
      for (const type of present) if (RENEWABLE.includes(type)) stale.add(type);
    },
    isStale: () => stale.size > 0,
  };
}

const PUTS_ON_THE_CASE = ["investigator.assign", "access.grant", "package.send"];

/** Who held keys before anybody was put on the case: whoever acted before being named, or holds keys and was never named. */
function firstHolders({ compartments }: CaseExport, acts: readonly PlacedAct[]): Set<string> {
  const first = new Set<string>();
  const named = new Set<string>();
  for (const { act } of acts) {
    // An administrator can speak up about a key, and holds none.
    if (act && isPersons(act) && act.role !== "administrator" && !named.has(act.actor)) first.add(act.actor);
    const { person } = act?.codes ?? {};
    if (act && PUTS_ON_THE_CASE.includes(act.event) && typeof person === "string") named.add(person);
  }
  const holders = compartments.flatMap((one) => [...one.holders, ...one.custodians.map(({ person }) => person)]);
  for (const person of holders) if (!named.has(person)) first.add(person);
  return first;
}

/** Who holds, or held, the outer layer around the reporter's identity. */
function custodiansOf({ compartments }: CaseExport, acts: readonly PlacedAct[]): string[] {
  const now = compartments.flatMap(({ custodians }) => custodians.map(({ person }) => person));
  const then = acts.flatMap(({ act }) => (act?.event === "identity.release" ? [act.actor] : []));
  return [...new Set([...now, ...then])];
}
