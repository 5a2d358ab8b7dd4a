import { z } from "zod";
import { now } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { officeDay } from "../calendar.server";
import type { SignedInPerson } from "../sign-in.server";
import { checkDeadlines } from "./check-deadlines.server";
import { checkWeights } from "./check-weights.server";
import { currentPolicy } from "./current-policy.server";
import { policyProblem } from "./policy-fault.server";
import { CHANGEABLE_POLICIES, publishedPolicy } from "./published.server";

/** What is sent to change a policy: only the entries that change. Whether they make sense is said rule by rule. */
export const policyChangeSchema = z.object({
  policy: z.enum(CHANGEABLE_POLICIES),
  entries: z.record(z.string().max(60), z.unknown()),
  reason: z.string().max(2000),
});
export type PolicyChange = z.infer<typeof policyChangeSchema>;

const LEAST_REASON = 10;
/** Somebody else can take the next number first; after this many times they are told instead. */
const TRIES = 3;

/**
 * Makes the office's next version of a policy. Running cases keep theirs.
 *
 * Shape:  gives the version that now holds, such as "deadlines@1+3".
 * Errors: Problem 403 for anybody but an ombudsperson, 400 with the rule that the change breaks, 409 when others change it
 *         in the same moment.
 */
export async function changePolicy(me: SignedInPerson, change: PolicyChange): Promise<{ version: string }> {
  if (!me.roles.includes("ombudsperson")) {
    throw new Problem(403, "Only an ombudsperson can change a policy. Nothing was changed.", {
      rule: "notOmbudsperson",
    });
  }
  if (Object.keys(change.entries).length === 0) throw policyProblem("noEntry");
  const wanted = check(change);
  if (change.reason.trim().length < LEAST_REASON) throw policyProblem("noReason");
  for (let tried = 0; tried < TRIES; tried++) {
    try {
      return await writeNext(me, change, wanted);
    } catch (error) {
      if ((error as { code?: string }).code !== "P2002") throw error;
    }
  }
  throw new Problem(
    409,
    "Somebody else changed this policy in the same moment. Nothing was changed; look at it again.",
    {
      rule: "changedMeanwhile",
    },
  );
}

function check({ policy, entries }: PolicyChange): Record<string, unknown> {
  return policy === "deadlines"
    ? checkDeadlines(entries, publishedPolicy(policy).entries)
    : checkWeights(entries, publishedPolicy(policy).entries);
}

/** An entry that is changed back to what is published is the office's own no longer. */
function writeNext(me: SignedInPerson, { policy, reason }: PolicyChange, wanted: Record<string, unknown>) {
  const base = publishedPolicy(policy);
  const published: Record<string, unknown> = base.entries;
  return database().$transaction(async (tx) => {
    const last = await tx.policyVersion.findFirst({ where: { policy }, orderBy: { number: "desc" } });
    const held = await currentPolicy(policy, tx);
    const office = await tx.office.findFirstOrThrow({ select: { timeZone: true } });
    const next: Record<string, unknown> = { ...held.entries, ...wanted };
    if (JSON.stringify(next) === JSON.stringify(held.entries)) throw policyProblem("nothingChanged");
    const own = Object.entries(next).filter(([id, entry]) => JSON.stringify(entry) !== JSON.stringify(published[id]));
    const number = (last?.number ?? 0) + 1;
    const day = officeDay(now(), office.timeZone);
    const text = JSON.stringify(Object.fromEntries(own));
    await tx.policyVersion.create({ data: { policy, number, text, reason: reason.trim(), by: me.id, day } });
    return { version: `${policy}@${base.version}+${number}` };
  });
}
