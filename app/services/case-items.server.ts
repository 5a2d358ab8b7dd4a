import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { requireAddressedTo } from "~crypto/addressed";
import type { GrantedKeys } from "./case-access.server";

/** A compartment as an act finds it: who holds it, and which number its next item has. */
export interface CurrentCompartment {
  id: string;
  type: string;
  publicKey: string;
  stale: boolean;
  isLatest: boolean;
  nextSeq: number;
  holders: string[];
}

/** Somebody else's act came first; the person reads what changed and sends again. */
export function actedFirst() {
  return new Problem(
    409,
    "Something changed in this case in the meantime, so nothing of yours was stored yet. Read it again, then send this once more.",
    { rule: "actedFirst" },
  );
}

/** The case's compartments as they are after this act's own new ones and wraps. */
export async function requireCurrentCompartments(caseId: string, keys: GrantedKeys): Promise<CurrentCompartment[]> {
  const stored = await database().compartment.findMany({
    where: { caseId },
    orderBy: [{ type: "asc" }, { epoch: "desc" }],
    include: { wraps: { where: { layer: 1 }, select: { personId: true } }, _count: { select: { items: true } } },
  });
  const seen = new Set<string>(keys.compartments.map((compartment) => compartment.type));
  for (const compartment of keys.compartments) {
    const epoch = (stored.find((other) => other.type === compartment.type)?.epoch ?? 0) + 1;
    if (compartment.epoch !== epoch) throw actedFirst();
  }
  const existing = stored.map((compartment) => {
    const isLatest = !seen.has(compartment.type);
    seen.add(compartment.type);
    const added = keys.wraps.filter((entry) => entry.compartment === compartment.id).map((entry) => entry.person);
    return {
      id: compartment.id,
      type: compartment.type,
      publicKey: compartment.publicKey,
      stale: compartment.stale,
      isLatest,
      nextSeq: compartment._count.items,
      holders: [...new Set([...compartment.wraps.map((entry) => entry.personId), ...added])],
    };
  });
  const fresh = keys.compartments.map((compartment) => ({
    id: compartment.id,
    type: compartment.type,
    publicKey: compartment.publicKey,
    stale: false,
    isLatest: true,
    nextSeq: 0,
    holders: compartment.wraps.map((entry) => entry.person),
  }));
  return [...existing, ...fresh];
}

/** Every item goes to the newest key of one of the case's own compartments, as the next in its order, and to nobody else. */
export async function requireSealedItems(
  items: { compartment: string; seq: number; armored: string }[],
  compartments: CurrentCompartment[],
) {
  const next = new Map(compartments.map((compartment) => [compartment.id, compartment.nextSeq]));
  for (const item of items) {
    const compartment = compartments.find((candidate) => candidate.id === item.compartment);
    if (!compartment || compartment.type === "bare")
      throw new Problem(400, "An item names a compartment that this case does not have, so nothing was stored.");
    if (!compartment.isLatest || item.seq !== next.get(compartment.id)) throw actedFirst();
    if (compartment.stale) {
      throw new Problem(
        409,
        "Somebody lost access to this case, so a new key is needed before anything more is written. Nothing was stored; reload the page and send it again.",
        { rule: "staleKey" },
      );
    }
    next.set(compartment.id, item.seq + 1);
    await requireAddressedTo(item.armored, compartment.publicKey).catch(() => {
      throw new Problem(400, "An item is not sealed to its compartment alone, so nothing was stored.", {
        rule: "notSealed",
      });
    });
  }
}
