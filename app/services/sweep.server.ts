import { now, today } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { log } from "~/platform/log.server";
import { type Duty, expiryEvent, restore } from "~workflows";
import { nextAct } from "./case-chain.server";
import { establishFacts } from "./case-facts.server";
import { recordAct } from "./case-record.server";
import { stepOrRefuse } from "./procedure.server";

const HOUR_MS = 3_600_000;
/** Parts that no report named are dropped after two days: long enough for a broken upload to come back. */
const STAGED_DAYS = 2;

/** Starts the hourly sweep; the due dates are rows, so a stop or a restart loses none. Returns how to stop it. */
export function startSweep(): () => void {
  const run = () => void sweep().catch((error: unknown) => log.error({ err: error }, "sweep failed"));
  const timer = setInterval(run, HOUR_MS);
  timer.unref();
  setTimeout(run, 1000).unref();
  return () => clearInterval(timer);
}

/** Turns every due date that has passed, and that moves a case, into an ordinary event of the system. Returns how many moved. */
export async function sweep(): Promise<number> {
  const db = database();
  const oldest = new Date(now().getTime() - STAGED_DAYS * 86_400_000).toISOString().slice(0, 10);
  await db.part.deleteMany({ where: { attached: false, stagedDay: { lt: oldest } } });
  const due = await db.due.findMany({ where: { day: { lt: today() } }, orderBy: { day: "asc" } });
  let moved = 0;
  for (const { caseId, duty } of due) {
    // Another process may have moved this case in the same moment; the others still have to be looked at.
    const isMoved = await expire(caseId, duty as Duty).catch((error: unknown) => {
      log.warn({ err: error }, "a due date was not handled now");
      return false;
    });
    if (isMoved) moved++;
  }
  return moved;
}

async function expire(caseId: string, duty: Duty): Promise<boolean> {
  const db = database();
  const current = await db.case.findUniqueOrThrow({ where: { id: caseId } });
  const snapshot = restore(JSON.parse(current.snapshot));
  const event = expiryEvent(snapshot.kind, duty);
  if (!event || snapshot.value.procedure !== duty) return false;
  const facts = await establishFacts(caseId);
  const next = stepOrRefuse(snapshot, { type: event, actor: "system", role: "system", codes: {}, facts });
  // Two processes may sweep at once: the compare-and-swap lets one of them win, and the other has nothing left to do.
  await db.$transaction(async (tx) => {
    const act = await nextAct(tx, caseId, "system", event, []);
    await recordAct(tx, current.version, act, null, { ...next, tier: current.tier }, []);
  });
  return true;
}
