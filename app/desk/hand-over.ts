import { checkDirectory } from "./directory";
import { withHeldKeys } from "./key-store";
import { type Grant, KeyNotHeld, wrapTo } from "./plan-keys";
import type { Acting } from "./seal-act";

export type PassedWrap = { compartment: string; person: string; sealed: string };

/** Compartments whose keys are not handed on with a case. */
const PERSONAL = ["bare", "identity", "originals"];

/** The keys that an act passes on: to whoever it brings in those that they are given, or the half of an identity to the second person. */
export async function handOver(acting: Acting, granted: Grant | null): Promise<PassedWrap[]> {
  if (acting.act.event === "identity.release") return releaseIdentity(acting);
  return granted ? wrapExisting(acting, granted) : [];
}

/** Every key within the person's reach that they do not hold yet; old epochs too, so that they can read what came before. */
async function wrapExisting({ record, desk, opened }: Acting, { person, scope }: Grant): Promise<PassedWrap[]> {
  const directory = await checkDirectory(desk);
  const missing = record.compartments.filter(
    ({ type, holders }) =>
      !PERSONAL.includes(type) && (scope === "case" || type === "respondent") && !holders.includes(person),
  );
  const wraps: PassedWrap[] = [];
  for (const { id } of missing) {
    const privateKey = opened.keys.get(id);
    if (!privateKey) throw new KeyNotHeld();
    const [made] = await wrapTo([person], privateKey, directory, desk.office.publicKey);
    if (made) wraps.push({ compartment: id, ...made });
  }
  return wraps;
}

/** Takes the outer layer off the reporter's identity. What comes out only the second person can open. */
async function releaseIdentity({ record, held }: Acting): Promise<PassedWrap[]> {
  const { openWrapOuter } = await import("~crypto/wraps");
  const identity = record.compartments.find(({ outer }) => outer !== null);
  if (!identity?.outer) throw new KeyNotHeld();
  const { sealed, second } = identity.outer;
  return [
    {
      compartment: identity.id,
      person: second,
      sealed: await withHeldKeys(held, (privateKey) => openWrapOuter({ sealed, privateKey })),
    },
  ];
}
