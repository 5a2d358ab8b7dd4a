import type { CheckedDirectory } from "./directory";
import type { CaseCompartment, CaseRecord, OpenAct, Scope } from "./records";

/** Where new items go: an existing compartment, or one that this act makes. */
export type Target = { id: string; publicKey: string; nextSeq: number; lastDigest: string };

/** Compartments whose keys people of the office make and renew, in the order in which an act names them. */
export const OFFICE_COMPARTMENTS = ["correspondence", "deliberation", "respondent"] as const;

export type NewCompartment = {
  id: string;
  type: (typeof OFFICE_COMPARTMENTS)[number];
  epoch: number;
  publicKey: string;
  fingerprint: string;
  receiptWrap?: string;
  wraps: { person: string; sealed: string }[];
};

/** Somebody who should get a key and whose directory line or key does not hold. The act stops; nobody is skipped in silence. */
export class HolderError extends Error {
  override readonly name = "HolderError";
  constructor(
    readonly person: string,
    readonly fault: string,
  ) {
    super("A key cannot be given to one of the people on this case.");
  }
}

/** A compartment whose key this person does not hold, and so cannot hand on. */
export class KeyNotHeld extends Error {
  override readonly name = "KeyNotHeld";
  constructor() {
    super("A key of this case is not held here, so it cannot be handed on.");
  }
}

/** A key of this case that no signed act names: the server alone may have made it. */
export class KeyNotNamed extends Error {
  override readonly name = "KeyNotNamed";
  constructor() {
    super("A key of this case is named in no signed act, so nothing is sealed to it.");
  }
}

/** What is put to an authority needs a new key after somebody lost access, and only the office makes one. */
export class KeyNotRenewed extends Error {
  override readonly name = "KeyNotRenewed";
  constructor() {
    super("The office has to renew a key before anything more is sealed to it.");
  }
}

/** The newest compartment of a type, or null where none exists yet. */
export function newestOf(
  record: Pick<CaseRecord, "compartments">,
  type: CaseCompartment["type"],
): CaseCompartment | null {
  const all = record.compartments.filter((compartment) => compartment.type === type);
  return all.reduce<CaseCompartment | null>(
    (newest, each) => (newest && newest.epoch > each.epoch ? newest : each),
    null,
  );
}

/** The kinds of compartments whose newest key is stale. The reporter's identity is not among them: its key is the reporter's own. */
export function staleTypes(record: Pick<CaseRecord, "compartments">): NewCompartment["type"][] {
  return OFFICE_COMPARTMENTS.filter((type) => newestOf(record, type)?.stale);
}

/** Somebody whom an act gives keys: those of the case, or those of what is put to an authority. */
export type Grant = { person: string; scope: Scope };

/** Whom this act gives keys, or null. */
export function grantedBy(act: Pick<OpenAct, "event">, person: string | null): Grant | null {
  if (person === null) return null;
  if (act.event === "package.send") return { person, scope: "respondent" };
  return act.event === "access.grant" || act.event === "investigator.assign" ? { person, scope: "case" } : null;
}

/**
 * The people a new key goes to: everybody on the case, with whoever the act brings in, without those who must stay out.
 * An authority's contact is among them where the key is for what is put to the authority, and nowhere else.
 */
export function holdersOf(
  type: CaseCompartment["type"],
  record: Pick<CaseRecord, "members" | "snapshot">,
  granted: Grant | null,
  struck: readonly string[],
): string[] {
  const out = new Set([...record.snapshot.context.recused, ...struck]);
  const people = [...record.members, ...(granted ? [granted] : [])]
    .filter(({ scope }) => scope !== "respondent" || type === "respondent")
    .map(({ person }) => person);
  return [...new Set(people)].filter((person) => !out.has(person));
}

/**
 * Leaves out those whose key has come to its end by its own date: a case is not to stand still because of them, and the page says above
 * the file that they get no key of what follows. Whoever the act itself brings in is not left out; neither is anybody for another reason.
 */
export async function withoutEnded(
  holders: readonly string[],
  granted: Grant | null,
  directory: CheckedDirectory,
  officePublicKey: string,
): Promise<string[]> {
  const { RecipientKeyError, requireRecipientKey } = await import("~crypto/recipients");
  const now = new Date();
  const isEnded = async (person: string) => {
    const publicKey = directory.get(person)?.publicKey;
    if (publicKey === undefined || person === granted?.person) return false;
    return requireRecipientKey({ publicKey, officePublicKey, now }).then(
      () => false,
      (error) => error instanceof RecipientKeyError && error.fault === "expired",
    );
  };
  const ended = await Promise.all(holders.map(isEnded));
  return holders.filter((_person, nth) => !ended[nth]);
}

/** Seals one private key to each of several people. */
export async function wrapTo(
  people: readonly string[],
  privateKey: string,
  directory: CheckedDirectory,
  officePublicKey: string,
): Promise<{ person: string; sealed: string }[]> {
  const { requireRecipientKey } = await import("~crypto/recipients");
  const { wrapKey } = await import("~crypto/wraps");
  const now = new Date();
  const wraps = [];
  for (const person of people) {
    const colleague = directory.get(person);
    if (!colleague) throw new HolderError(person, "uncertified");
    const recipient = await requireRecipientKey({ publicKey: colleague.publicKey, officePublicKey, now }).catch(
      (error) => {
        throw new HolderError(person, String((error as { fault?: unknown }).fault ?? "malformed"));
      },
    );
    wraps.push({ person, sealed: await wrapKey({ privateKey, recipient, now }) });
  }
  return wraps;
}
