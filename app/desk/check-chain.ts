import type { Act } from "~crypto/acts";
import { checkDirectory } from "./directory";
import { checkFormer } from "./former";
import type { CaseAct, CaseRecord, Desk } from "./records";

/** How far the chain of acts holds. `brokenAt` is the first act that does not; null when all of them do. */
export type ChainReport = { brokenAt: number | null; fault: string | null };

/**
 * Checks on this device that the acts form one unbroken chain, each signed by the person it names, and that what the
 * page shows about an act is what was signed.
 */
export async function checkChain(
  record: CaseRecord,
  desk: Pick<Desk, "office" | "directory" | "former">,
): Promise<ChainReport> {
  const { verifyChain, ChainError } = await import("~crypto/acts");
  const directory = await checkDirectory(desk);
  const former = await checkFormer(desk);
  for (const [index, stored] of record.acts.entries()) {
    if (!(await isAsShown(record.case, index, stored))) return { brokenAt: index, fault: "notAsShown" };
  }
  const acts = record.acts.map(({ text, signature }) => ({ act: JSON.parse(text) as Act, signature }));
  try {
    await verifyChain(acts, (person, day) => [
      ...former.filter((line) => line.person === person && day <= line.until).map(({ publicKey }) => publicKey),
      ...(directory.has(person) ? [directory.get(person)?.publicKey ?? ""] : []),
    ]);
    return { brokenAt: null, fault: null };
  } catch (error) {
    if (error instanceof ChainError) return { brokenAt: error.seq, fault: error.fault };
    throw error;
  }
}

/** The signed text is canonical, and says the same event, person, role and day as the row beside it. */
async function isAsShown(caseId: string, index: number, stored: CaseAct): Promise<boolean> {
  const { actText } = await import("~crypto/acts");
  const { sha256Hex } = await import("~crypto/bytes");
  const act = readAct(stored);
  if (!act) return false;
  return (
    actText(act) === stored.text &&
    (await sha256Hex(stored.text)) === stored.digest &&
    act.case === caseId &&
    act.seq === index &&
    stored.seq === index &&
    act.event === stored.event &&
    act.actor === stored.actor &&
    act.role === stored.role &&
    act.day === stored.day
  );
}

/** The act inside its signed text; null when the text is none. */
export function readAct({ text }: Pick<CaseAct, "text">): Act | null {
  try {
    const act = JSON.parse(text) as Act;
    return act && typeof act === "object" && Array.isArray(act.itemDigests) && typeof act.codes === "object"
      ? act
      : null;
  } catch {
    return null;
  }
}

/** The day of the act that brought an item into the chain: since then it is known to be unchanged. Null when none names it. */
export function chainedSince(record: Pick<CaseRecord, "acts">, digest: string): string | null {
  return record.acts.find((act) => readAct(act)?.itemDigests.includes(digest))?.day ?? null;
}
