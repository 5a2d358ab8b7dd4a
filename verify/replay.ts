import { sha256Hex } from "../crypto/bytes";
import { canonicalJson, type JsonValue } from "../crypto/canonical";
import { isEventType, MACHINE_VERSION, Refusal } from "../workflows";
import { MIGRATED_VERSION } from "../workflows/migrate";
import type { CaseExport } from "./case-export";
import type { Certified } from "./directory";
import { Broken } from "./faults";
import { isOfToday, type Memory, startOn, stepOn } from "./memory";
import type { PlacedAct } from "./read-acts";
import { CannotTell } from "./read-export";
import { type Event, startWorld } from "./world";

/**
 * What no signed act says: the deadlines that a case starts with, whether the reporter called it urgent, and with which act a case of
 * version 2 went over to the version of today (0 where it began on that).
 */
type Start = { readonly policy: string; readonly urgent: boolean; readonly upTo: number };

/**
 * Takes every act through the procedure again, from the arrival to the end, and compares where that leads with where the
 * export says that the case stands.
 *
 * Shape:  what holds, as a line. Where the acts do not say what the case started with, or when it went over to another version, any
 *         start that leads to the exported end will do.
 * Errors: Broken at the first act that the procedure refuses; CannotTell for a version of the procedure, or deadlines, that are
 *         not at hand.
 */
export async function checkReplay(file: CaseExport, acts: readonly PlacedAct[], certified: Certified): Promise<string> {
  if (file.machine !== MACHINE_VERSION && file.machine !== MIGRATED_VERSION) {
    throw new CannotTell(
      `the case ran on version ${file.machine} of the procedure; this program has ${MIGRATED_VERSION} and ${MACHINE_VERSION}`,
    );
  }
  let furthest: unknown = new CannotTell("no deadlines are in the file");
  for (const start of startsOf(file, acts)) {
    try {
      const end = replay(file, acts, certified, start);
      await requireEnd(file, end);
      return `every act is one that ${versionsOf(end, start)}, and they lead to ${end.value.procedure}`;
    } catch (error) {
      // The true start carries furthest: what stopped it is what a reader should hear.
      if (reachOf(error) > reachOf(furthest)) furthest = error;
    }
  }
  throw furthest;
}

function versionsOf(end: Memory, { upTo }: Start): string {
  if (upTo === 0) return `version ${MACHINE_VERSION} allows`;
  if (!isOfToday(end)) return `version ${MIGRATED_VERSION} allows`;
  return `version ${MIGRATED_VERSION} allows, from act ${upTo} on version ${MACHINE_VERSION}`;
}

/** How many acts were taken again before something stopped it. */
function reachOf(error: unknown): number {
  if (!(error instanceof Broken)) return error instanceof CannotTell ? -1 : Number.POSITIVE_INFINITY;
  return "act" in error.place ? error.place.act : Number.MAX_SAFE_INTEGER;
}

function startsOf({ policies, machine }: CaseExport, acts: readonly PlacedAct[]): Start[] {
  const codes = acts[0]?.act?.codes ?? {};
  const versions = typeof codes.policy === "string" ? [codes.policy] : policies.map(({ version }) => version);
  const flags = typeof codes.urgent === "boolean" ? [codes.urgent] : [false, true];
  const goesOver = machine === MACHINE_VERSION ? [0] : acts.map(({ place }) => place + 1).reverse();
  return goesOver.flatMap((upTo) => versions.flatMap((policy) => flags.map((urgent) => ({ policy, urgent, upTo }))));
}

function replay(file: CaseExport, acts: readonly PlacedAct[], certified: Certified, start: Start): Memory {
  const { kind, channel, receivedDay } = file.case;
  const { policy, urgent, upTo } = start;
  const world = startWorld(file, acts, certified);
  let snapshot = startOn(file.machine, { kind, channel, day: receivedDay, policy, urgent });
  for (const { place, act } of acts) {
    if (!act) continue;
    const { event: type, actor, role, codes } = act;
    if (!isEventType(type)) throw new Broken({ act: place }, "the procedure has no such step");
    const facts = world.factsFor(act, snapshot);
    const event = { type, actor, role: role as Event["role"], codes, facts };
    const next = attempt(() => stepOn(snapshot, event, place < upTo), place);
    world.follow(next.effects);
    snapshot = next.snapshot;
  }
  return snapshot;
}

function attempt<T>(take: () => T, place: number): T {
  try {
    return take();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Broken({ act: place }, `the procedure refuses it in ${error.state}: ${error.rule}`);
  }
}

/** The export's last word on the case is what the acts lead to: the states, the due days, and all that the procedure remembers. */
async function requireEnd({ final }: CaseExport, snapshot: Memory) {
  const broken = (reason: string) => new Broken({ part: "final state" }, reason);
  const { value, context } = snapshot;
  const regions: { [region: string]: string } = value;
  const told: { [region: string]: string } = final.value;
  for (const region of new Set([...Object.keys(regions), ...Object.keys(told)])) {
    const [state, said] = [regions[region] ?? "nowhere", told[region] ?? "nowhere"];
    if (state !== said) throw broken(`the acts lead to ${state} in ${region}, the file says ${said}`);
  }
  const dues: { [duty: string]: string } = context.dues;
  for (const duty of new Set([...Object.keys(dues), ...Object.keys(final.dues)])) {
    const [day, said] = [dues[duty] ?? "never", final.dues[duty] ?? "never"];
    if (day !== said) throw broken(`by the acts ${duty} is due ${day}, the file says ${said}`);
  }
  // Through JSON once, as the stored snapshot went: what is undefined is not there.
  const plain: JsonValue = JSON.parse(JSON.stringify(snapshot));
  if ((await sha256Hex(canonicalJson(plain))) !== final.snapshotDigest) {
    throw broken("the procedure remembers something else than the acts lead to");
  }
}
