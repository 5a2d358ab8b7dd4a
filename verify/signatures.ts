import type { Act } from "../crypto/acts";
import { verifyText } from "../crypto/signatures";
import { type Certified, type CertifiedLine, holdsOn } from "./directory";
import { Broken } from "./faults";
import { isPersons, type PlacedAct } from "./read-acts";

/** How the acts are signed, for telling what nobody vouches for. */
export type Signed = { said: string; lastSigned: number };

/**
 * Checks that every act of a person is signed with a key that the office certified for them, in a role that it certified by
 * that day, and that acts of the system and of the reporter carry no signature and borrow no role.
 *
 * Errors: Broken.
 */
export async function checkSignatures(acts: readonly PlacedAct[], certified: Certified): Promise<Signed> {
  const signers = new Set<string>();
  let [unsigned, lastSigned] = [0, -1];
  for (const { place, act, text, signature } of acts) {
    // The chain's own check names a text that nobody could have signed.
    if (!act) continue;
    if (isPersons(act)) {
      const fault = await faultOf(act, text, signature, certified);
      if (fault !== null) throw new Broken({ act: place }, fault);
      signers.add(act.actor);
      lastSigned = place;
    } else if (act.role !== act.actor) throw new Broken({ act: place }, "it borrows a person's role");
    else if (signature !== null) throw new Broken({ act: place }, `an act of the ${act.actor} carries a signature`);
    else unsigned += 1;
  }
  const said = `${acts.length - unsigned} acts signed by ${signers.size} people; ${unsigned} of the system and the reporter carry none`;
  return { said, lastSigned };
}

async function faultOf({ actor, role, day }: Act, text: string, signature: string | null, certified: Certified) {
  const lines = certified.get(actor) ?? [];
  if (signature === null) return "it is not signed";
  if (lines.length === 0) return `the office vouches for nobody called ${actor}`;
  const [ended] = lines.flatMap(({ until }) => until ?? []).filter((until) => until < day);
  const present = lines.filter((line) => holdsOn(line, day));
  if (present.length === 0 && ended) return `the office ended its word for ${lines[0]?.name} on ${ended}`;
  const fitting = present.filter((line) => line.roles.some((held) => held === role));
  if (fitting.length === 0) return `the office does not vouch for ${lines[0]?.name} as ${role} on that day`;
  for (const line of fitting) if (await isSignedBy(line, text, signature)) return null;
  return `it is not signed with a key that the office certified for ${lines[0]?.name}`;
}

async function isSignedBy({ publicKey }: CertifiedLine, text: string, signature: string): Promise<boolean> {
  return verifyText({ text, signature, publicKey }).then(
    () => true,
    () => false,
  );
}
