import { z } from "zod";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { digestOf, newId } from "~/platform/secrets.server";
import { actRow, itemRow, type NewItem } from "./case-record.server";
import { type Arrival, arrive, caseRows, countOnce } from "./new-case.server";
import { armoredMessage, armoredPublicKey, digest, fingerprint, id, kind, parts, wrap } from "./schemas.server";
import { requireSealed } from "./sealed-report.server";
import { markAttached, requireParts } from "./store-part.server";

const compartment = { publicKey: armoredPublicKey, fingerprint, receiptWrap: z.base64().max(20_000) };

/** A sealed report as the reporter's browser sends it. No field holds anything that was typed. */
export const reportSchema = z.object({
  v: z.literal(1),
  case: id,
  kind,
  language: z.string().regex(/^[a-z]{2}$/),
  urgent: z.boolean(),
  receipt: z.object({
    locatorHash: digest,
    authHash: digest,
    publicKey: armoredPublicKey,
    lockedKey: z.string().max(20_000),
  }),
  compartments: z
    .array(
      z.discriminatedUnion("type", [
        z.object({ type: z.literal("correspondence"), ...compartment, wraps: z.array(wrap).min(1).max(12) }),
        z.object({ type: z.literal("originals"), ...compartment, wraps: z.array(wrap).min(1).max(12) }),
        z.object({
          type: z.literal("identity"),
          ...compartment,
          wraps: z
            .array(wrap.extend({ second: id }))
            .min(1)
            .max(12),
        }),
      ]),
    )
    .min(1)
    .max(3),
  items: z
    .array(
      z.object({
        compartment: z.enum(["correspondence", "originals", "identity"]),
        kind: z.enum(["report", "file", "identity"]),
        seq: z.number().int().min(0),
        armored: armoredMessage,
      }),
    )
    .min(1)
    .max(1002),
  parts,
});
export type Report = z.infer<typeof reportSchema>;

/**
 * Takes a sealed report and opens its case, once: the same report again gives the same answer.
 *
 * Shape:  `isWithoutWork` says that no work can be done for it, so that it waits in quarantine in a flood. `admit` is asked before anything is looked at more closely, and throws what keeps a new report out. A report that
 *         has arrived is confirmed all the same: its sender may not have heard of it.
 * Errors: Problem 400 for what is not sealed as it should be, 409 when the id is taken by another report or a part is
 *         missing; what `admit` throws.
 */
export async function submitReport(
  report: Report,
  admit: () => Promise<void>,
  { isWithoutWork = false } = {},
): Promise<Arrival> {
  const db = database();
  const submissionDigest = digestOf(JSON.stringify(report));
  try {
    await admit();
  } catch (refusal) {
    const earlier = await findEarlier(report.case, submissionDigest);
    if (!earlier) throw refusal;
    return earlier;
  }
  await requireSealed(report);
  const ids = new Map(report.compartments.map((entry) => [entry.type, newId()]));
  const items: NewItem[] = report.items.map(({ compartment, ...item }) => ({
    ...item,
    id: newId(),
    compartmentId: ids.get(compartment) ?? "",
    author: "reporter",
  }));
  const conversation = report.compartments.find((entry) => entry.type === "correspondence");
  const rows = await caseRows({
    id: report.case,
    kind: report.kind,
    channel: "browser",
    isWithoutWork,
    urgent: report.urgent,
    submissionDigest,
    items: report.items.map(({ armored, kind, compartment }) => ({ digest: digestOf(armored), kind, compartment })),
    recipients: conversation?.wraps.map((entry) => entry.person) ?? [],
  });
  const receipt = {
    locatorHash: report.receipt.locatorHash,
    authHash: report.receipt.authHash,
    receiptKey: report.receipt.publicKey,
    receiptLockedKey: report.receipt.lockedKey,
  };
  await requireParts(db, report.case, report.parts);
  try {
    // One batch, and no look before it: a report that was sent before is found out by its id.
    await db.$transaction([
      db.case.create({ data: { ...rows.case, ...receipt, lastSeq: items.length } }),
      db.compartment.createMany({ data: compartmentRows(report, ids) }),
      db.wrap.createMany({ data: wrapRows(report, ids) }),
      db.item.createMany({ data: items.map((item) => itemRow(report.case, rows.case.createdDay, item)) }),
      db.act.create({ data: actRow(rows.act, null) }),
      db.access.createMany({ data: rows.access }),
      db.due.createMany({ data: rows.dues }),
      db.notice.createMany({ data: rows.notices }),
      ...rows.counters.map((id) => countOnce(db, id)),
      ...(report.parts.length > 0 ? [markAttached(db, report.case, report.parts)] : []),
    ]);
  } catch (error) {
    const isTaken = (error as { code?: string }).code === "P2002";
    const winner = isTaken ? await findEarlier(report.case, submissionDigest) : null;
    if (!winner) throw error;
    return winner;
  }
  return rows.arrival;
}

function compartmentRows(report: Report, ids: Map<string, string>) {
  return report.compartments.map(({ type, publicKey, fingerprint, receiptWrap }) => ({
    id: ids.get(type) ?? "",
    caseId: report.case,
    type,
    epoch: 1,
    publicKey,
    fingerprint,
    receiptWrap,
  }));
}

/** Who the reporter is lies under two layers: the first person takes one off, and only the second can take the other. */
function wrapRows(report: Report, ids: Map<string, string>) {
  return report.compartments.flatMap((entry) =>
    entry.wraps.map((one) => ({
      id: newId(),
      caseId: report.case,
      compartmentId: ids.get(entry.type) ?? "",
      personId: one.person,
      sealed: one.sealed,
      ...("second" in one ? { layer: 2, secondId: one.second } : { layer: 1, secondId: null }),
    })),
  );
}

/** The answer that this report already got, if it got one. */
async function findEarlier(caseId: string, submissionDigest: string): Promise<Arrival | null> {
  const earlier = await database().case.findUnique({
    where: { id: caseId },
    select: { id: true, reference: true, createdDay: true, submissionDigest: true, kind: true, channel: true },
  });
  if (!earlier) return null;
  if (earlier.submissionDigest !== submissionDigest) {
    throw new Problem(
      409,
      "Another report was sent under this id. Nothing was changed and this one was not stored. Start a new report.",
    );
  }
  return arrive({ ...earlier, day: earlier.createdDay });
}
