import { sha256Hex } from "./bytes";
import { canonicalJson, type JsonValue } from "./canonical";
import type { CaseId, Day, Digest, PersonId, Role } from "./ids";
import { SignatureError, signText, verifyText } from "./signatures";

/** One step of a case, as it is signed and chained. */
export type Act = {
  v: 1;
  case: CaseId;
  seq: number;
  event: string;
  codes: Record<string, JsonValue>;
  itemDigests: Digest[];
  /** The digest of the act before; "" for the first. */
  prevAct: Digest | "";
  day: Day;
  actor: PersonId | "reporter" | "system";
  role: Role | "reporter" | "system";
};

export type ChainFault = "wrongCase" | "outOfOrder" | "brokenLink" | "unsigned" | "unknownActor" | "badSignature";

/** The armored public key of a person, or all that could sign for them on that day; null for someone unknown. */
export type PublicKeyOf = (person: PersonId, day: Day) => string | readonly string[] | null;

/** A chain of acts that does not hold. `seq` is that of the first act at fault. */
export class ChainError extends Error {
  override readonly name = "ChainError";
  constructor(
    readonly seq: number,
    readonly fault: ChainFault,
  ) {
    super(`The chain of acts does not hold at ${seq}: ${fault}.`);
  }
}

/** The text of an act that is signed and hashed: canonical JSON. */
export function actText(act: Act): string {
  const { v, case: caseId, seq, event, codes, itemDigests, prevAct, day, actor, role } = act;
  return canonicalJson({ v, case: caseId, seq, event, codes, itemDigests, prevAct, day, actor, role });
}

/** SHA-256 of the act's text. */
export async function actDigest(act: Act): Promise<Digest> {
  return sha256Hex(actText(act));
}

/**
 * Signs an act as the person who does it.
 *
 * Shape:  armored detached signature over the act's text; dated with the day of `now`.
 * Errors: PrivateKeyError.
 */
export async function signAct(act: Act, privateKey: string, now: Date): Promise<string> {
  return signText(actText(act), privateKey, now);
}

/**
 * Checks that the holder of this key signed exactly this act.
 *
 * Errors: SignatureError.
 */
export async function verifyAct(options: {
  act: Act;
  signature: string;
  publicKey: string;
  now?: Date | undefined;
}): Promise<void> {
  const { act, ...rest } = options;
  await verifyText({ text: actText(act), ...rest });
}

/**
 * Checks a case's acts from the first to the last: one case, no gap, each linked to the one before, each signed by the
 * person it names. Acts of the system and of reporters carry no signature.
 *
 * Units:  it cannot show that the end was cut off; compare the last digest with one that was kept elsewhere.
 * Errors: ChainError.
 */
export async function verifyChain(
  acts: readonly { act: Act; signature: string | null }[],
  publicKeyOf: PublicKeyOf,
): Promise<void> {
  let previous: Act | null = null;
  for (const { act, signature } of acts) {
    const prevAct: Digest | "" = previous ? await actDigest(previous) : "";
    if (previous && act.case !== previous.case) throw new ChainError(act.seq, "wrongCase");
    if (previous && act.seq !== previous.seq + 1) throw new ChainError(act.seq, "outOfOrder");
    if (act.prevAct !== prevAct) throw new ChainError(act.seq, "brokenLink");
    await requireActor(act, signature, publicKeyOf);
    previous = act;
  }
}

async function requireActor(act: Act, signature: string | null, publicKeyOf: PublicKeyOf): Promise<void> {
  if (act.actor === "reporter" || act.actor === "system") {
    // The role says on whose behalf: a person's role without a person's signature would be a borrowed name.
    if (act.role !== act.actor) throw new ChainError(act.seq, "unsigned");
    return;
  }
  if (signature === null) throw new ChainError(act.seq, "unsigned");
  const found = publicKeyOf(act.actor, act.day) ?? [];
  const publicKeys = typeof found === "string" ? [found] : found;
  if (publicKeys.length === 0) throw new ChainError(act.seq, "unknownActor");
  const checks = await Promise.all(publicKeys.map((publicKey) => isSignedBy({ act, signature, publicKey })));
  if (!checks.includes(true)) throw new ChainError(act.seq, "badSignature");
}

async function isSignedBy(options: { act: Act; signature: string; publicKey: string }): Promise<boolean> {
  try {
    await verifyAct(options);
    return true;
  } catch (error) {
    if (error instanceof SignatureError) return false;
    throw error;
  }
}
