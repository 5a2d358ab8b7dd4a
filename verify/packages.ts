import type { Act } from "../crypto/acts";
import type { PlacedAct } from "./read-acts";

const DIGEST = /^[0-9a-f]{64}$/;
const FINGERPRINT = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
const KINDS = ["letter", "report", "messages", "fileList", "files"];

/** Versions before this one let a case go without a package. */
const SINCE_VERSION = 3;

/** Whether the act hands the case to another office, told by the event that proposed it; apart from the machine, on purpose. */
function handsOver({ event }: Act, proposal: string | null): boolean {
  return event === "coordination.transfer" || (event === "review.approve" && proposal === "referral.propose");
}

function isWhole({ codes }: Act): boolean {
  const { package: digest, recipient, handed } = codes;
  const kinds = Array.isArray(handed) ? handed : [];
  const isKnown =
    kinds.length > 0 && new Set(kinds).size === kinds.length && kinds.every((kind) => KINDS.includes(String(kind)));
  return DIGEST.test(String(digest)) && FINGERPRINT.test(String(recipient)) && isKnown;
}

/** What is wrong with the package that a handing over binds, or null: it is missing, or its codes have not their form. */
export function packageFault(act: Act, proposal: string | null, machine: number): string | null {
  if (!handsOver(act, proposal)) return null;
  if (act.codes.package !== undefined) return isWhole(act) ? null : "the package that it binds is not told in full";
  return machine >= SINCE_VERSION ? "the case goes to another office without a package" : null;
}

/** One line for each package: whoever has the file can compare its digest. */
export function packagesOf(acts: readonly PlacedAct[]): string[] {
  return acts.flatMap(({ place, act }) => {
    if (!act || !isWhole(act)) return [];
    const { package: digest, recipient, handed } = act.codes;
    return [`package: act ${place} binds ${digest} for the key ${recipient} (${[handed].flat().join(", ")})`];
  });
}
