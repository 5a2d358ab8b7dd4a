import type { CheckedDirectory } from "./directory";
import type { CaseCompartment, CaseRecord, OpenAct } from "./records";

/** Where new items go: an existing compartment, or one that this act makes. */
export type Target = { id: string; publicKey: string; nextSeq: number; lastDigest: string };

export type NewCompartment = {
  id: string;
  type: "correspondence" | "deliberation";
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

/** Whom this act puts on the case, or null. */
export function grantedBy(act: OpenAct, person: string | null): string | null {
  return act.event === "access.grant" || act.event === "investigator.assign" ? person : null;
}

/** The people a new key goes to: everybody on the case, with whoever the act brings in, without those who must stay out. */
export function holdersOf(record: CaseRecord, granted: string | null, struck: readonly string[]): string[] {
  const out = new Set([...record.snapshot.context.recused, ...struck]);
  const people = [...record.members.map(({ person }) => person), ...(granted ? [granted] : [])];
  return [...new Set(people)].filter((person) => !out.has(person));
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
