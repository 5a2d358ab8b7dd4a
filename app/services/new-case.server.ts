import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/database.server";
import type { Act } from "~crypto/acts";
import { type CaseSnapshot, type Channel, type ItemFact, type Kind, milestones, startCase } from "~workflows";
import { establishFirstFacts } from "./case-facts.server";
import { isFlooded } from "./flood/arrivals.server";
import { workNow } from "./flood/waiting.server";
import { arrivalNotices } from "./notices/arrival.server";
import { stepOrRefuse } from "./procedure.server";
import { OWED, sortKey } from "./queue-place.server";
import { newReference } from "./reference.server";

/** What a reporter gets for a report. */
export interface Arrival {
  case: string;
  reference: string;
  day: string;
  milestones: { id: string; day: string }[];
}

/** The answer for a case: its reference and the dates by which the reporter hears. */
export async function arrive(of: {
  id: string;
  reference: string;
  kind: string;
  channel: string;
  day: string;
}): Promise<Arrival> {
  const { kind, channel, day } = of;
  const start = { kind: kind as Kind, channel: channel as Channel, day, policy: "", urgent: false };
  const { facts } = await establishFirstFacts();
  return {
    case: of.id,
    reference: of.reference,
    day,
    milestones: datesOf(startCase(start), day, facts),
  };
}

/**
 * Runs the first step of a case (it is registered, or held back in quarantine) and gives the rows to write. A bare message
 * cannot bring a proof of work: where others have to, it is held back for a look instead of being refused.
 */
export async function caseRows(start: {
  id: string;
  kind: Kind;
  channel: Channel;
  /** Made where no work can be done for it: by another program, or by the page that is opened from disk. */
  isWithoutWork: boolean;
  urgent: boolean;
  submissionDigest: string;
  items: readonly { digest: string; kind: string; compartment: ItemFact["compartment"] }[];
  recipients: readonly string[];
}) {
  const { recipients } = start;
  const items = start.items.map((item) => ({ ...item, signedBy: null, recipients: recipients.length }));
  const { facts, policy, staff, timeZone } = await establishFirstFacts(items, recipients);
  const { day } = facts;
  const flooded = (await isFlooded(day)) || (start.isWithoutWork && (await workNow()) > 0);
  const event = flooded ? "case.quarantine" : "case.register";
  // Both are in the first act, so that the case can be replayed from its chain alone.
  const begun = { policy, urgent: start.urgent };
  const codes: Act["codes"] = flooded ? { ...begun, reason: "FLOOD" } : begun;
  const fresh = startCase({
    kind: start.kind,
    channel: start.channel,
    day,
    policy,
    urgent: start.urgent,
  });
  const { snapshot, state, effects } = stepOrRefuse(fresh, {
    type: event,
    actor: "system",
    role: "system",
    codes,
    facts,
  });
  const dues = effects.flatMap((effect) =>
    effect.type === "due" ? [{ caseId: start.id, duty: effect.duty, day: effect.day }] : [],
  );
  const owed = dues.filter(({ duty }) => !OWED.duty.notIn.includes(duty));
  const dueDay = owed.map(({ day }) => day).sort()[0] ?? null;
  const reference = newReference();
  const act: Act = {
    v: 1,
    case: start.id,
    seq: 0,
    event,
    codes,
    itemDigests: start.items.map(({ digest }) => digest),
    prevAct: "",
    day,
    actor: "system",
    role: "system",
  };
  return {
    case: {
      id: start.id,
      reference,
      kind: start.kind,
      channel: start.channel,
      urgent: start.urgent,
      submissionDigest: start.submissionDigest,
      state,
      snapshot: JSON.stringify(snapshot),
      machineVersion: String(snapshot.version),
      version: 1,
      createdDay: day,
      dueDay,
    },
    act,
    dues,
    notices: arrivalNotices({
      caseId: start.id,
      people: staff.filter(({ id }) => recipients.includes(id)),
      urgent: start.urgent,
      timeZone,
      now: now(),
    }),
    access: start.recipients.map((personId) => ({ personId, caseId: start.id, sort: sortKey(dueDay, start.id) })),
    counters: flooded ? [floodCounter(day)] : [],
    arrival: { case: start.id, reference, day, milestones: datesOf(snapshot, day, facts) },
  };
}

/** The counter of the public statistics for a day on which arrivals were held back: one incident, however many they were. */
function floodCounter(day: string): string {
  return `flood.${day}`;
}

/** Counts an incident once; further arrivals of the same one change nothing. */
export function countOnce(db: Pick<Transaction, "counter">, id: string) {
  return db.counter.upsert({ where: { id }, create: { id, value: 1 }, update: {} });
}

function datesOf(snapshot: CaseSnapshot, day: string, rules: Parameters<typeof milestones>[2]) {
  return milestones(snapshot, day, rules).map(({ id, day }) => ({ id, day }));
}
