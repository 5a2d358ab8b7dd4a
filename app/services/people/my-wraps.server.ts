import { z } from "zod";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { requireAddressedTo } from "~crypto/addressed";
import { armoredMessage, id } from "../schemas.server";
import type { SignedInPerson } from "../sign-in.server";

/** One request moves so many keys: enough to be quick, little enough to show progress and to lose nothing. */
const PAGE = 100;

export const movedWrapsSchema = z.object({
  wraps: z.array(z.object({ id, sealed: armoredMessage })).max(PAGE),
  /** The person's copy of the office key, where they hold one. */
  officeKey: armoredMessage.nullish(),
});

/**
 * The keys that are still sealed to a key that this person left, a page at a time. Whoever reloads starts at the beginning: what
 * was moved is not among them any more.
 *
 * Shape: `left` is how many there are in all; asked without `after` only.
 */
export async function readOldWraps(me: SignedInPerson, after: string | null) {
  const db = database();
  const { keyIds } = await db.person.findUniqueOrThrow({ where: { id: me.id }, select: { keyIds: true } });
  const mine = JSON.parse(keyIds) as string[];
  const rows: { id: string; layer: number; sealed: string }[] = [];
  let [left, last, next] = [0, after ?? "", null as string | null];
  for (;;) {
    const found = await db.wrap.findMany({
      where: { personId: me.id, id: { gt: last } },
      orderBy: { id: "asc" },
      take: PAGE,
      select: { id: true, layer: true, sealed: true },
    });
    for (const row of found) {
      last = row.id;
      if (await isSealedTo(row.sealed, mine)) continue;
      left++;
      if (rows.length < PAGE) rows.push(row);
      next = rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null;
      if (next !== null && after !== null) break;
    }
    if (found.length < PAGE || (next !== null && after !== null)) break;
  }
  const office = await db.officeKeyWrap.findUnique({ where: { personId: me.id } });
  const officeKey = office && !(await isSealedTo(office.sealed, mine)) ? office.sealed : null;
  return { wraps: rows, next, left: after === null ? left : null, officeKey };
}

/**
 * Replaces keys that were sealed to a person's old key by the same keys sealed to their present one.
 *
 * Errors: Problem 400 where one is sealed to any other key, or is not this person's; nothing was stored.
 */
export async function moveWraps(me: SignedInPerson, input: z.infer<typeof movedWrapsSchema>) {
  const db = database();
  const { keyIds } = await db.person.findUniqueOrThrow({ where: { id: me.id }, select: { keyIds: true } });
  const mine = JSON.parse(keyIds) as string[];
  const sealed = [...input.wraps.map((wrap) => wrap.sealed), ...(input.officeKey ? [input.officeKey] : [])];
  for (const one of sealed) if (!(await isSealedTo(one, mine))) throw misaddressed();
  await db.$transaction(async (tx) => {
    // The key can have changed again in the meantime, and a case can have been taken away: what is gone stays gone.
    const isSame = (await tx.person.count({ where: { id: me.id, keyIds, state: "active" } })) === 1;
    if (!isSame) throw misaddressed();
    for (const wrap of input.wraps)
      await tx.wrap.updateMany({ where: { id: wrap.id, personId: me.id }, data: { sealed: wrap.sealed } });
    if (input.officeKey)
      await tx.officeKeyWrap.updateMany({ where: { personId: me.id }, data: { sealed: input.officeKey } });
  });
}

function isSealedTo(sealed: string, keyIds: string[]): Promise<boolean> {
  return requireAddressedTo(sealed, keyIds).then(
    () => true,
    () => false,
  );
}

const misaddressed = () =>
  new Problem(400, "A key is not sealed to your present key, so nothing was moved. Reload the page and go on.", {
    rule: "notSealed",
  });
