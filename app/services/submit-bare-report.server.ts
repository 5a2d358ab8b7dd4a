import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { digestOf, keyedDigest, newId } from "~/platform/secrets.server";
import { inspectArmored, PacketError, type PacketFault } from "~crypto/packets";
import type { Kind } from "~workflows";
import { officeCalendar } from "./calendar.server";
import { actRow, itemRow } from "./case-record.server";
import { arrive, caseRows, countOnce } from "./new-case.server";
import { reachableKeyIds } from "./people/former-lines.server";
import { encode } from "./reference.server";

/** Largest bare message: its files come inside, since nothing can cut them up for the reporter. */
const MAX_BARE_BYTES = 24 * 1024 * 1024;

const REFUSALS: Record<PacketFault, string> = {
  notArmored:
    "This is not an armored OpenPGP message. Encrypt your text first and send what gpg prints, from BEGIN to END.",
  tooLarge: "This message is larger than the 24 MiB that can be taken here. Send fewer or smaller files.",
  tooFewRecipients:
    "This message is encrypted to fewer than two of our intake keys. Encrypt it to at least two of them.",
  unknownRecipient:
    "This message is encrypted to a key that is not one of our current intake keys, or to a hidden one. Take the keys from our page again.",
  unexpectedPacket:
    "This OpenPGP message is not of the form that we can take: encrypted to our keys, without a password, not signed outside, and not in the newer AEAD form.",
  malformed: "This OpenPGP message is damaged or cut off. Copy it whole and send it again.",
};

/** Checks a bare message by its packets; throws Problem 422 with what to do. Nothing of a refused message is kept. */
export async function requireBareMessage(unsafeArmored: string) {
  const people = await database().person.findMany({
    where: { state: "active" },
    select: { id: true, roles: true, keyIds: true },
  });
  const intake = people.filter((person) => (JSON.parse(person.roles) as string[]).includes("intake"));
  const intakeKeys = [...(await reachableKeyIds(intake))].map(([person, keyIds]) => ({ person, keyIds }));
  try {
    return await inspectArmored(unsafeArmored, { intakeKeys, maxBytes: MAX_BARE_BYTES });
  } catch (error) {
    if (!(error instanceof PacketError)) throw error;
    throw new Problem(422, `${REFUSALS[error.fault]} Nothing was stored.`, { rule: error.fault });
  }
}

/** What a reporter without scripts gets: a reference, and the code that opens the replies. */
export interface BareArrival {
  reference: string;
  code: string;
  day: string;
  milestones: { id: string; day: string }[];
}

/**
 * Takes a report made with any OpenPGP program. The same message again gives the same answer and one case.
 *
 * Errors: Problem 422 for anything that is not such a message.
 */
export async function submitBareReport({ armored, kind }: { armored: string; kind: Kind }): Promise<BareArrival> {
  const { recipients, canonicalArmor } = await requireBareMessage(armored);
  const submissionDigest = digestOf(canonicalArmor);
  // The id and the code follow from the message and the office's secret, so that sending it again needs no memory of the first time.
  const caseId = keyedDigest("bare case", submissionDigest).toString("hex").slice(0, 32);
  const code = codeOf(submissionDigest);
  const earlier = await findArrival(caseId, code);
  if (earlier) return earlier;
  const rows = await caseRows({
    id: caseId,
    kind,
    channel: "armored",
    isWithoutWork: true,
    urgent: false,
    submissionDigest,
    items: [{ digest: submissionDigest, kind: "report", compartment: "bare" }],
    recipients,
  });
  const compartmentId = newId();
  const item = { id: newId(), compartmentId, seq: 0, kind: "report", author: "reporter", armored: canonicalArmor };
  try {
    await database().$transaction(async (tx) => {
      await tx.case.create({ data: { ...rows.case, authHash: digestOf(code), lastSeq: 1 } });
      await tx.compartment.create({
        data: { id: compartmentId, caseId, type: "bare", epoch: 1, publicKey: "", fingerprint: "" },
      });
      await tx.wrap.createMany({
        data: recipients.map((personId) => ({ id: newId(), caseId, compartmentId, personId, sealed: "" })),
      });
      await tx.item.create({ data: itemRow(caseId, rows.case.createdDay, item) });
      await tx.act.create({ data: actRow(rows.act, null) });
      await tx.access.createMany({ data: rows.access });
      await tx.due.createMany({ data: rows.dues });
      await tx.notice.createMany({ data: rows.notices });
      for (const id of rows.counters) await countOnce(tx, id);
    });
  } catch (error) {
    const winner = (error as { code?: string }).code === "P2002" ? await findArrival(caseId, code) : null;
    if (!winner) throw error;
    return winner;
  }
  const { reference, day, milestones } = rows.arrival;
  return { reference, code, day, milestones };
}

/** The code of a message: 128 bits in groups of five, written down by hand once. */
function codeOf(submissionDigest: string): string {
  const text = encode(keyedDigest("bare code", submissionDigest).subarray(0, 16)).padStart(26, "0");
  return text.replace(/(.{5})(?=.)/g, "$1-");
}

/**
 * The answer that this message already got. The code is told again only while nobody of the office has acted and on the
 * same day: whoever has the stored message could otherwise ask for it.
 */
async function findArrival(caseId: string, code: string): Promise<BareArrival | null> {
  const found = await database().case.findUnique({
    where: { id: caseId },
    include: { acts: { where: { actor: { notIn: ["system", "reporter"] } }, take: 1 } },
  });
  if (!found) return null;
  if (found.acts.length > 0 || found.createdDay !== (await officeCalendar()).today) {
    throw new Problem(
      409,
      `This message arrived before, as ${found.reference}. Nothing was changed. Its code was told then and is not told again.`,
    );
  }
  const { reference, day, milestones } = await arrive({ ...found, day: found.createdDay });
  return { reference, code, day, milestones };
}
