import { today } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import type { Act } from "~crypto/acts";
import { type CaseSnapshot, type Channel, type Kind, milestones, startCase } from "~workflows";
import { establishFacts } from "./case-facts.server";
import { sortKey } from "./case-record.server";
import { stepOrRefuse } from "./procedure.server";
import { newReference } from "./reference.server";

/** More new cases than this in one day are held back for a look: a flood must not bury what is real. */
const FLOOD_PER_DAY = Number(process.env.FLOOD_PER_DAY ?? "1000");

/** What a reporter gets for a report. */
export interface Arrival {
  case: string;
  reference: string;
  day: string;
  milestones: { id: string; day: string }[];
}

/** The answer for a case: its reference and the dates by which the reporter hears. */
export function arrive(of: { id: string; reference: string; kind: string; channel: string; day: string }): Arrival {
  const snapshot = startCase({ kind: of.kind as Kind, channel: of.channel as Channel, day: of.day });
  return { case: of.id, reference: of.reference, day: of.day, milestones: datesOf(snapshot, of.day) };
}

/**
 * Runs the first step of a case (it is registered, or held back in quarantine) and gives the rows to write.
 */
export async function caseRows(start: {
  id: string;
  kind: Kind;
  channel: Channel;
  urgent: boolean;
  submissionDigest: string;
  compartment: "correspondence" | "bare";
  itemDigests: string[];
  recipients: readonly string[];
}) {
  const day = today();
  const { compartment, recipients } = start;
  const items = start.itemDigests.map((digest, index) => ({
    digest,
    kind: index === 0 ? "report" : "file",
    compartment,
    signedBy: null,
    recipients: recipients.length,
  }));
  const facts = await establishFacts(null, items, recipients);
  const flooded = await isFlooded(day);
  const event = flooded ? "case.quarantine" : "case.register";
  const codes: Act["codes"] = flooded ? { reason: "FLOOD" } : {};
  const fresh = startCase({ kind: start.kind, channel: start.channel, day });
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
  const dueDay = dues.map((due) => due.day).sort()[0] ?? null;
  const reference = newReference();
  const act: Act = {
    v: 1,
    case: start.id,
    seq: 0,
    event,
    codes,
    itemDigests: start.itemDigests,
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
    access: start.recipients.map((personId) => ({ personId, caseId: start.id, sort: sortKey(dueDay, start.id) })),
    arrival: { case: start.id, reference, day, milestones: datesOf(snapshot, day) },
  };
}

/** Asks for one row past the limit instead of counting them all. */
async function isFlooded(createdDay: string): Promise<boolean> {
  const past = await database().case.findFirst({
    where: { createdDay },
    skip: FLOOD_PER_DAY - 1,
    select: { id: true },
  });
  return past !== null;
}

function datesOf(snapshot: CaseSnapshot, day: string) {
  return milestones(snapshot, day).map(({ id, day }) => ({ id, day }));
}
