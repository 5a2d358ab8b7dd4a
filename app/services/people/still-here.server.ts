import type { Transaction } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";

/**
 * Asks once more, in the act's own transaction, whether the certification under which it was signed still counts, and whether
 * whoever it brings in is still of the office: either can end between the question and the answer.
 *
 * Errors: Problem 409; nothing was stored.
 */
export async function requireStillHere(
  tx: Transaction,
  signer: { id: string; entry: string },
  granted: readonly { person: string }[],
) {
  const ids = [...new Set(granted.map(({ person }) => person))];
  const [isSigner, present] = [
    await tx.person.count({ where: { id: signer.id, entry: signer.entry, state: "active" } }),
    ids.length === 0 ? 0 : await tx.person.count({ where: { id: { in: ids }, state: "active" } }),
  ];
  if (isSigner === 1 && present === ids.length) return;
  throw new Problem(
    409,
    "Who belongs to the office changed in the meantime, so nothing was stored. Reload the page and send it again.",
    { rule: "peopleChanged" },
  );
}
