import { checkDirectory } from "./directory";
import { checkFormer } from "./former";
import type { OpenedCase } from "./open-case";
import { KeyNotHeld, KeyNotNamed } from "./plan-keys";
import type { CaseAct, CaseCompartment, CaseRecord, Desk } from "./records";

/**
 * The public half of a compartment's key, taken from the private key that this person opened. A key that the office made
 * is named in a signed act; one that no act names may be the server's own, and nothing is sealed to it.
 *
 * Errors: KeyNotHeld, KeyNotNamed.
 */
export async function trustedKey(
  record: CaseRecord,
  newest: CaseCompartment,
  opened: OpenedCase,
  desk: Pick<Desk, "office" | "directory" | "former">,
): Promise<string> {
  const { publicKeyOf } = await import("~crypto/keys");
  const privateKey = opened.keys.get(newest.id);
  if (!privateKey) throw new KeyNotHeld();
  const isReporters = newest.type === "correspondence" && newest.epoch === 1 && record.channel === "browser";
  const naming = record.acts.filter((act) => act.signature !== null && namedKeys(act).includes(newest.fingerprint));
  // Who has the whole chain sees on the page whether every act in it holds; from outside these acts are all there is.
  const isNamed = record.scope === "respondent" ? await isOfficesOwn(record, naming, desk) : naming.length > 0;
  if (!isReporters && !isNamed) throw new KeyNotNamed();
  return publicKeyOf(privateKey);
}

function namedKeys({ text }: CaseAct): unknown[] {
  const { codes } = JSON.parse(text) as { codes: { keys?: unknown } };
  return Array.isArray(codes.keys) ? codes.keys : [];
}

/** Whether one of these acts is about this case and signed by somebody of the office. */
async function isOfficesOwn(
  { case: caseId }: CaseRecord,
  acts: readonly CaseAct[],
  desk: Pick<Desk, "office" | "directory" | "former">,
): Promise<boolean> {
  const { readAct } = await import("./check-chain");
  const { verifyAct } = await import("~crypto/acts");
  const directory = await checkDirectory(desk);
  const former = await checkFormer(desk);
  for (const stored of acts) {
    const act = readAct(stored);
    if (!act || act.case !== caseId || act.role === "liaison") continue;
    const present = directory.get(act.actor);
    const signers = [
      ...(present ? [present] : []),
      ...former.filter((line) => line.person === act.actor && act.day <= line.until),
    ].filter(({ roles }) => roles.some((role) => role === act.role));
    for (const { publicKey } of signers) {
      const isSound = await verifyAct({ act, signature: stored.signature ?? "", publicKey, now: new Date() }).then(
        () => true,
        () => false,
      );
      if (isSound) return true;
    }
  }
  return false;
}
