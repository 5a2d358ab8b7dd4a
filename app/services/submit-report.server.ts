import { z } from "zod";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { digestOf, newId } from "~/platform/secrets.server";
import { requireAddressedTo } from "~crypto/addressed";
import { actRow, itemRow, type NewItem } from "./case-record.server";
import { type Arrival, arrive, caseRows } from "./new-case.server";
import { armoredMessage, armoredPublicKey, digest, fingerprint, id, kind, parts, wrap } from "./schemas.server";
import { attachParts } from "./store-part.server";

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
      z.object({
        type: z.literal("correspondence"),
        publicKey: armoredPublicKey,
        fingerprint,
        receiptWrap: armoredMessage,
        wraps: z.array(wrap).min(1).max(12),
      }),
    )
    .length(1),
  items: z
    .array(
      z.object({
        compartment: z.literal("correspondence"),
        kind: z.enum(["report", "file"]),
        seq: z.number().int().min(0),
        armored: armoredMessage,
      }),
    )
    .min(1)
    .max(501),
  parts,
});
export type Report = z.infer<typeof reportSchema>;

/**
 * Takes a sealed report and opens its case, once: the same report again gives the same answer.
 *
 * Errors: Problem 400 for what is not sealed as it should be, 409 when the id is taken by another report or a part is missing.
 */
export async function submitReport(report: Report): Promise<Arrival> {
  const submissionDigest = digestOf(JSON.stringify(report));
  const earlier = await findEarlier(report.case, submissionDigest);
  if (earlier) return earlier;
  await requireSealed(report);
  const [compartment] = report.compartments;
  if (!compartment) throw new Problem(400, "The report has no compartment, so nothing was stored.");
  const compartmentId = newId();
  const items: NewItem[] = report.items.map((item) => ({
    id: newId(),
    compartmentId,
    seq: item.seq,
    kind: item.kind,
    author: "reporter",
    armored: item.armored,
  }));
  const rows = await caseRows({
    id: report.case,
    kind: report.kind,
    channel: "browser",
    urgent: report.urgent,
    submissionDigest,
    itemDigests: items.map((item) => digestOf(item.armored)),
    recipients: compartment.wraps.map((entry) => entry.person),
  });
  const db = database();
  try {
    await db.$transaction(async (tx) => {
      await tx.case.create({
        data: {
          ...rows.case,
          locatorHash: report.receipt.locatorHash,
          authHash: report.receipt.authHash,
          receiptKey: report.receipt.publicKey,
          receiptLockedKey: report.receipt.lockedKey,
          lastSeq: items.length,
        },
      });
      const { type, publicKey, receiptWrap } = compartment;
      await tx.compartment.create({
        data: {
          id: compartmentId,
          caseId: report.case,
          type,
          epoch: 1,
          publicKey,
          fingerprint: compartment.fingerprint,
          receiptWrap,
        },
      });
      await tx.wrap.createMany({
        data: compartment.wraps.map((entry) => ({
          id: newId(),
          caseId: report.case,
          compartmentId,
          personId: entry.person,
          sealed: entry.sealed,
        })),
      });
      await tx.item.createMany({ data: items.map((item) => itemRow(report.case, rows.case.createdDay, item)) });
      await tx.act.create({ data: actRow(rows.act, null) });
      await tx.access.createMany({ data: rows.access });
      await tx.due.createMany({ data: rows.dues });
      await attachParts(tx, report.case, report.parts);
    });
  } catch (error) {
    const winner =
      (error as { code?: string }).code === "P2002" ? await findEarlier(report.case, submissionDigest) : null;
    if (!winner) throw error;
    return winner;
  }
  return rows.arrival;
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

/** What only looks sealed is refused: every item goes to the compartment alone, every wrap to the person it names. */
async function requireSealed(report: Report): Promise<void> {
  const [compartment] = report.compartments;
  const people = await database().person.findMany({
    where: { id: { in: compartment?.wraps.map((entry) => entry.person) ?? [] }, state: "active" },
    select: { id: true, roles: true, keyIds: true },
  });
  try {
    for (const [index, item] of report.items.entries()) {
      if (item.seq !== index || (item.kind === "report") !== (index === 0)) throw new Error("order");
      await requireAddressedTo(item.armored, compartment?.publicKey ?? "");
    }
    await requireAddressedTo(compartment?.receiptWrap ?? "", report.receipt.publicKey);
    for (const entry of compartment?.wraps ?? []) {
      const person = people.find((candidate) => candidate.id === entry.person);
      if (!person || !(JSON.parse(person.roles) as string[]).includes("intake")) throw new Error("person");
      await requireAddressedTo(entry.sealed, JSON.parse(person.keyIds) as string[]);
    }
    if (new Set(compartment?.wraps.map((entry) => entry.person)).size !== compartment?.wraps.length)
      throw new Error("twice");
  } catch {
    throw new Problem(
      400,
      "The report is not sealed to this office's current keys, so nothing was stored. Load the page again and send it once more.",
      { rule: "notSealed" },
    );
  }
}
