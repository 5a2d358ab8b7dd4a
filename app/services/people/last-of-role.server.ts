import type { Transaction } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";

/** Roles that an office cannot be without for a day: reports arrive, cases are decided, people are let in and out. */
const NEEDED: readonly { role: string; sentence: string }[] = [
  {
    role: "intake",
    sentence:
      "This is the last person who takes in reports, so nothing was changed. Without one no report could arrive.",
  },
  {
    role: "ombudsperson",
    sentence: "This is the last ombudsperson, so nothing was changed. Without one no case could be decided.",
  },
  {
    role: "administrator",
    sentence: "This is the last administrator, so nothing was changed. Without one nobody could join or leave.",
  },
];

/**
 * Refuses a change that would leave the office without somebody it needs.
 *
 * Errors: Problem 409 with the role in `rule`: lastIntake, lastOmbudsperson, lastAdministrator or lastOfficeKey.
 */
export async function requireNotLast(tx: Transaction, personId: string, rolesAfter: readonly string[]) {
  const others = await tx.person.findMany({
    where: { state: "active", id: { not: personId } },
    select: { id: true, roles: true, officeKey: { select: { personId: true } } },
  });
  const rolesOf = (roles: string) => JSON.parse(roles) as string[];
  for (const { role, sentence } of NEEDED) {
    const isHeld = rolesAfter.includes(role) || others.some(({ roles }) => rolesOf(roles).includes(role));
    if (!isHeld)
      throw new Problem(409, `${sentence} Certify somebody else in this role first.`, {
        rule: `last${role[0]?.toUpperCase()}${role.slice(1)}`,
      });
  }
  const isAdministrator = ({ roles }: { roles: string }) => rolesOf(roles).includes("administrator");
  const hasKey = others.some((one) => one.officeKey !== null && isAdministrator(one));
  const keeps = rolesAfter.includes("administrator") && (await tx.officeKeyWrap.count({ where: { personId } })) > 0;
  if (!hasKey && !keeps)
    throw new Problem(
      409,
      "This is the last administrator who holds the office key, so nothing was changed. Give another administrator a copy first.",
      { rule: "lastOfficeKey" },
    );
}
