import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { digestOf } from "~/platform/secrets.server";
import type { Act } from "~crypto/acts";
import type { requireCurrentCompartments } from "./case-items.server";
import type { NewItem } from "./case-record.server";
import { isInside } from "./case-scope.server";
import { currentPolicy } from "./policy/current-policy.server";
import type { SignedInPerson } from "./sign-in.server";

/** The case to join is one that this person has, so that nobody learns of others by naming them. */
export async function requireLead(me: SignedInPerson, lead: unknown): Promise<string | null> {
  if (typeof lead !== "string") return null;
  const where = { id: lead, accesses: isInside(me.id) };
  const found = await database().case.findFirst({ where, select: { id: true } });
  return found?.id ?? null;
}

/** A case goes over to the deadlines that hold now, not to a version that somebody makes up. */
export async function requirePolicy({ event, codes }: Act): Promise<string | null> {
  if (event !== "policy.rebase") return null;
  const { version } = await currentPolicy("deadlines");
  if (codes.policy !== version)
    throw new Problem(422, "These are not the deadlines that hold now, so nothing was stored. Reload the page.", {
      rule: "noPolicy",
    });
  return version;
}

/** What the procedure may know of the items that an act brings. */
export function itemFacts(
  me: SignedInPerson,
  items: NewItem[],
  compartments: Awaited<ReturnType<typeof requireCurrentCompartments>>,
) {
  return items.map((item) => {
    const compartment = compartments.find((candidate) => candidate.id === item.compartmentId);
    return {
      digest: digestOf(item.armored),
      kind: item.kind,
      compartment: (compartment?.type ?? "bare") as "deliberation",
      signedBy: me.id,
      recipients: compartment?.holders.length ?? 0,
    };
  });
}
