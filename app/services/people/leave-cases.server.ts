import { database } from "~/platform/database.server";
import { log } from "~/platform/log.server";
import { Problem } from "~/platform/problems.server";
import { systemAct } from "../system-act.server";

/** Two people may act on a case while somebody leaves it; the step is then taken again. */
const MOST_TRIES = 5;

/**
 * Takes a person who left off every case that they could open: a step of the system in each chain ends their access, drops
 * their keys and asks for new ones. What cannot be done now is done by the next sweep.
 *
 * Shape:  gives how many cases they were taken off.
 */
export async function leaveCases(personId: string, reason: string): Promise<number> {
  const db = database();
  const accesses = await db.access.findMany({ where: { personId }, select: { caseId: true } });
  let done = 0;
  for (const { caseId } of accesses) {
    try {
      await leaveCase(caseId, personId, reason);
      done++;
    } catch (error) {
      log.warn({ err: error }, "a person who left is still on a case");
    }
  }
  return done;
}

async function leaveCase(caseId: string, personId: string, reason: string) {
  for (let tries = 1; ; tries++) {
    try {
      return await systemAct(caseId, "rewrap.needed", { person: personId, reason });
    } catch (error) {
      const status = error instanceof Problem ? error.status : 0;
      if (status === 409 && tries < MOST_TRIES) continue;
      // A case of another version of the procedure takes no step; its keys are taken away all the same.
      if (status !== 422) throw error;
      await database().$transaction([
        database().wrap.deleteMany({ where: { caseId, personId } }),
        database().access.deleteMany({ where: { caseId, personId } }),
      ]);
      return;
    }
  }
}

/** Finishes what an end of the process interrupted: nobody who left stays on a case. */
export async function finishLeaving(): Promise<number> {
  const left = await database().person.findMany({
    where: { state: "left", accesses: { some: {} } },
    select: { id: true },
  });
  let done = 0;
  for (const { id } of left) {
    const line = await database().formerLine.findFirst({ where: { personId: id }, orderBy: { day: "desc" } });
    done += await leaveCases(id, line?.reason ?? "left");
  }
  return done;
}
