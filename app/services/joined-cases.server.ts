import { database } from "~/platform/database.server";
import { log } from "~/platform/log.server";
import { systemAct } from "./system-act.server";

/** Closes the cases that were joined to one that is closed now. What fails here is done by the next sweep. */
export async function closeJoined(leadId: string): Promise<number> {
  const joined = await database().case.findMany({ where: { leadId, state: "consolidated" }, select: { id: true } });
  let closed = 0;
  for (const { id } of joined) {
    const isDone = await systemAct(id, "lead.closed", { lead: leadId }).then(
      () => true,
      (error: unknown) => {
        log.warn({ err: error }, "a joined case was not closed now");
        return false;
      },
    );
    if (isDone) closed++;
  }
  return closed;
}

/** Finds joined cases whose lead is closed: one that was missed, or a lead that was closed while a join was approved. */
export async function closeAllJoined(): Promise<number> {
  const db = database();
  const joined = await db.case.findMany({ where: { state: "consolidated" }, select: { leadId: true } });
  const leads = [...new Set(joined.flatMap(({ leadId }) => leadId ?? []))];
  const over = { id: { in: leads }, state: { in: ["closed", "archived", "purged"] } };
  let closed = 0;
  for (const { id } of await db.case.findMany({ where: over, select: { id: true } })) closed += await closeJoined(id);
  return closed;
}
